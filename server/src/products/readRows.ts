import { sql as raw, type RawBuilder } from 'kysely';
import type { Queryable } from '../db/db';
import { build } from '../db/tables';
import { CARD_COLUMNS, isSoldOut, type CardRow } from './card';

export type ListedRow = CardRow & { score: number };
export type Column = 'score' | 'product_id' | 'sales_count' | 'price_fen';

/** A stretch of a list: after the last one seen, in an order whose last column is the id. */
export interface Stretch {
  by: readonly Column[];
  way: 'asc' | 'desc';
  after: readonly string[] | null;
  limit: number;
}

/** What a search found, as SQL after `from`: joined to `products`, with a `score`. */
export type Found = RawBuilder<unknown>;

/** A table of `found_id` and `score`, joined as the engine likes. */
export const joined = (table: RawBuilder<unknown>): Found => raw`products join ${table} found on found_id = product_id`;

/** Likewise for a small table, each row looked up by its id: the engine would rather read the whole shop. */
export const lookedUp = (table: RawBuilder<unknown>): Found =>
  raw`${table} found join lateral (select * from products where product_id = found_id offset 0) products on true`;

/** Products that were found, or of the whole shop, as far as all conditions hold. */
export function readSorted(
  db: Queryable,
  found: Found | null,
  filters: readonly RawBuilder<unknown>[],
  { by, way, after, limit }: Stretch,
): Promise<ListedRow[]> {
  const conditions = [...filters];
  if (after) {
    const columns = raw.join(by.map((column) => raw.ref(column)));
    const values = raw.join(after.map((value) => raw`${value}::bigint`));
    conditions.push(raw`(${columns}) ${way === 'asc' ? raw`>` : raw`<`} (${values})`);
  }
  const order = raw`order by ${raw.join(by.map((column) => raw`${raw.ref(column)} ${raw.raw(way)}`))}`;
  return readRows(db, found, conditions, { order, limit });
}

export function readRows(
  db: Queryable,
  found: Found | null,
  conditions: readonly RawBuilder<unknown>[],
  { order, limit }: { order: RawBuilder<unknown>; limit: number },
): Promise<ListedRow[]> {
  const columns = raw.join(CARD_COLUMNS.map((column) => raw.ref(column)));
  // Materialized: of an unlimited list the engine would find out for the whole shop what is sold out.
  const statement = raw<ListedRow>`with page as materialized (
      select ${columns}, ${found ? raw`score` : raw`0`} as score from ${found ?? raw`products`}
      where ${raw.join([...conditions], raw` and `)} ${order} limit ${limit})
    select *, ${isSoldOut} as is_sold_out from page products ${order}`;
  return db.run<ListedRow>({ compile: () => statement.compile(build) });
}
