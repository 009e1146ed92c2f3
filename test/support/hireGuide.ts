import type { Context } from '../../server/src/context';
import { sql } from '../../server/src/db/db';

/** Makes the shopper of a session a guide of a store of their own; answers the store's id. */
export async function hireGuide(ctx: Context, session: string): Promise<string> {
  const { userId } = JSON.parse(session) as { userId: string };
  const [storeId, employeeId] = [ctx.makeId(), ctx.makeId()];
  await ctx.db.tx(async (tx) => {
    await tx.query(
      sql`insert into stores (store_id, name, phone, province, city, district, detail, lat, lng, opens_at, closes_at)
        values (${storeId}, '湖滨店', '0571-88886666', '浙江省', '杭州市', '上城区', '平海路 124 号', 30.2545, 120.1637,
          '10:00', '22:00')`,
    );
    await tx.query(
      sql`insert into employees (employee_id, user_id, name, role, state, created_at)
        values (${employeeId}, ${userId}, '沈知夏', 'staff', 'active', ${ctx.now()})`,
    );
    await tx.query(sql`insert into employee_stores (employee_id, store_id) values (${employeeId}, ${storeId})`);
  });
  return String(storeId);
}
