import type { Role } from '@jishi/contract/plain/roles';
import type { Actor } from '../adminAuth';
import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

/** A shopper who works for the shop. */
export interface Guide {
  employeeId: string;
  name: string;
  role: Role;
  stores: { id: string; name: string }[];
}

/** Who the person is at work, or null. One who was disabled is nobody, and so is the demo shop's in production. */
export async function findGuide(ctx: Context, db: Queryable, userId: string): Promise<Guide | null> {
  const rows = await db.query<{
    employeeId: string;
    name: string;
    role: Role;
    storeId: string | null;
    storeName: string | null;
  }>(
    sql.named('staff.guide')`select e.employee_id as "employeeId", e.name, e.role, s.store_id as "storeId",
        s.name as "storeName"
      from employees e left join employee_stores es on es.employee_id = e.employee_id
        left join stores s on s.store_id = es.store_id
      where e.user_id = ${userId} and e.state = 'active' and not (e.is_demo and ${ctx.env.isProduction}::boolean)
      order by e.employee_id, s.store_id`,
  );
  if (rows.length === 0) return null;
  const { employeeId, name, role } = rows[0]!;
  const stores = rows
    .filter((row) => row.employeeId === employeeId && row.storeId !== null)
    .map((row) => ({ id: row.storeId!, name: row.storeName! }));
  return { employeeId, name, role, stores };
}

/** Throws `forbidden` for whoever is no guide. */
export async function guideOf(ctx: Context, { userId }: Pick<SessionRow, 'userId'>): Promise<Guide> {
  const guide = await findGuide(ctx, ctx.db, userId);
  if (!guide) throw new AppError('forbidden', { reason: 'not_staff' });
  return guide;
}

/** The guide as the console's own rules see them: at the counter they reach their stores and no others. */
export const actorOf = ({ employeeId, role, stores }: Guide): Actor => ({
  employeeId,
  role,
  tokenHash: '',
  storeIds: stores.map((store) => store.id),
  mustChangePassword: false,
});
