import type { z } from 'zod';
import type { AdminStore, StoreInput } from '@jishi/contract/admin/stores';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

type StoreBody = z.output<typeof AdminStore>;

/** All stores, closed ones too, oldest first. */
export function findStores(db: Queryable): Promise<StoreBody[]> {
  return db.query<StoreBody>(
    sql`select store_id as id, name, phone, province, city, district, detail, lat, lng, opens_at as "opensAt",
        closes_at as "closesAt", is_active as "isActive"
      from stores order by store_id`,
  );
}

/** Makes a store, or replaces the one with this id. Throws `not_found`. */
export async function saveStore(
  ctx: Context,
  storeId: string | null,
  input: z.output<typeof StoreInput>,
): Promise<{ before: StoreBody | null; after: StoreBody }> {
  const before = (await findStores(ctx.db)).find((store) => store.id === storeId) ?? null;
  if (storeId !== null && !before) throw new AppError('not_found');
  const after = { ...input, id: storeId ?? ctx.makeId() };
  await ctx.db.query(
    sql`insert into stores (store_id, name, phone, province, city, district, detail, lat, lng, opens_at, closes_at, is_active)
      values (${after.id}, ${after.name}, ${after.phone}, ${after.province}, ${after.city}, ${after.district},
        ${after.detail}, ${after.lat}, ${after.lng}, ${after.opensAt}, ${after.closesAt}, ${after.isActive})
      on conflict (store_id) do update set name = excluded.name, phone = excluded.phone, province = excluded.province,
        city = excluded.city, district = excluded.district, detail = excluded.detail, lat = excluded.lat,
        lng = excluded.lng, opens_at = excluded.opens_at, closes_at = excluded.closes_at, is_active = excluded.is_active`,
  );
  return { before, after };
}
