import type { z } from 'zod';
import type { Address, AddressInput, addressRoutes } from '@jishi/contract/addresses';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import type { Handlers } from '../http';

type Saved = z.output<typeof AddressInput> & { id: string };

const COLUMNS = 'address_id as id, name, phone, province, city, district, detail';

/** One address of a person; throws `address_not_found` for another's. */
export async function getAddress(db: Queryable, userId: string, addressId: string): Promise<Saved> {
  const [row] = await db.query<Saved>({
    name: 'addresses.get',
    text: `select ${COLUMNS} from addresses where user_id = $1 and address_id = $2`,
    values: [userId, addressId],
  });
  if (!row) throw new AppError('address_not_found');
  return row;
}

export const addressHandlers: Handlers<typeof addressRoutes> = {
  'GET /api/addresses': async (ctx, { session }) => {
    const rows = await ctx.db.query<Saved>({
      text: `select ${COLUMNS} from addresses where user_id = $1 order by used_at desc, address_id desc limit 50`,
      values: [session.userId],
    });
    return { items: rows.map((row, index): z.output<typeof Address> => ({ ...row, isDefault: index === 0 })) };
  },

  'POST /api/addresses': async (ctx, { body, session }) => {
    const [row] = await ctx.db.query<Saved>({
      text: `insert into addresses (user_id, address_id, name, phone, province, city, district, detail, used_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (user_id, name, phone, province, city, district, detail) do update set used_at = excluded.used_at
        returning ${COLUMNS}`,
      values: [
        session.userId,
        ctx.makeId(),
        body.name,
        body.phone,
        body.province,
        body.city,
        body.district,
        body.detail,
        ctx.now(),
      ],
    });
    return { ...row!, isDefault: true };
  },

  'DELETE /api/addresses/:addressId': async (ctx, { params, session }) => {
    const rows = await ctx.db.query(
      sql`delete from addresses where user_id = ${session.userId} and address_id = ${params.addressId} returning address_id`,
    );
    if (rows.length === 0) throw new AppError('address_not_found');
    return {};
  },
};
