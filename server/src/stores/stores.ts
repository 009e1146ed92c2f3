import type { z } from 'zod';
import type { ListStoresQuery, Store } from '@jishi/contract/stores';
import { inBeijing } from '../beijing';
import type { Context } from '../context';
import type { Queryable } from '../db/db';
import { AppError } from '../errors';
import { metresBetween } from './metresBetween';

type StoreBody = z.output<typeof Store>;
export type StoreRow = Omit<StoreBody, 'isOpen' | 'distanceMetres'>;

const COLUMNS = `store_id as id, name, phone, province, city, district, detail, lat, lng,
  opens_at as "opensAt", closes_at as "closesAt"`;

/** One store where goods can be picked up; throws `not_found`. */
export async function getStore(db: Queryable, storeId: string): Promise<StoreRow> {
  const [row] = await db.query<StoreRow>({
    name: 'stores.get',
    text: `select ${COLUMNS} from stores where store_id = $1 and is_active`,
    values: [storeId],
  });
  if (!row) throw new AppError('not_found', { storeId });
  return row;
}

/** The stores where goods can be picked up, nearest first when the shopper says where they are. */
export async function listStores(ctx: Context, query: z.output<typeof ListStoresQuery>): Promise<StoreBody[]> {
  const { lat, lng, limit } = query;
  const rows = await ctx.db.query<StoreRow>({
    name: 'stores.list',
    text: `select ${COLUMNS} from stores where is_active order by store_id`,
    values: [],
  });
  const here = lat === undefined || lng === undefined ? null : { lat, lng };
  const time = inBeijing(ctx.now()).slice(11, 16);
  const stores = rows.map((row) => ({
    ...row,
    isOpen: isOpenAt(row, time),
    distanceMetres: here && Math.round(metresBetween(here, row)),
  }));
  return stores.sort((a, b) => (a.distanceMetres ?? 0) - (b.distanceMetres ?? 0)).slice(0, limit);
}

/** Hours that end before they begin go past midnight. */
function isOpenAt({ opensAt, closesAt }: StoreRow, time: string): boolean {
  if (opensAt <= closesAt) return opensAt <= time && time < closesAt;
  return time >= opensAt || time < closesAt;
}
