import { sql as raw, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { ListProductsQuery } from '@jishi/contract/products';
import type { Queryable } from '../db/db';
import { build } from '../db/tables';
import type { Sign } from '../search/grams';
import { matchingExactly, matchingTier, TIERS } from '../search/terms';
import { filtersOf } from './filters';
import { joined, lookedUp, readSorted, type ListedRow } from './readRows';

type Query = z.output<typeof ListProductsQuery>;

/** What is sorted in no time. More than these are walked down by their sales until enough have the words. */
const FEW = 600;
const BEST_FIRST = ['score', 'sales_count', 'product_id'] as const;
const BEST_SELLER_FIRST = ['sales_count', 'product_id'] as const;

/**
 * One row more than a page of the products that match exactly, the best match first. Which way is fast depends on how
 * many there are, and only counting tells: the engine cannot estimate words that come together, and then reads it all.
 * @param after tier, sales and id of the last one seen
 */
export async function readFound(
  db: Queryable,
  query: Query,
  terms: readonly Sign[],
  after: readonly string[] | null,
): Promise<ListedRow[]> {
  const filters = filtersOf(query);
  const limit = query.limit + 1;
  const all = await readFew(db, matchingExactly(terms));
  if (all) return readSorted(db, lookedUp(all), filters, { by: BEST_FIRST, way: 'desc', after, limit });

  const [from, ...place] = after ?? [];
  const rows: ListedRow[] = [];
  for (const tier of TIERS) {
    if (from !== undefined && tier > Number(from)) continue;
    const table = matchingTier(terms, tier);
    const few = await readFew(db, table);
    const found = few ? lookedUp(few) : joined(table);
    const begin = tier === Number(from) ? place : null;
    const stretch = { by: BEST_SELLER_FIRST, way: 'desc', after: begin, limit: limit - rows.length } as const;
    rows.push(...(await readSorted(db, found, filters, stretch)));
    if (rows.length === limit) break;
  }
  return rows;
}

/** What a search finds, as a table of its own, unless it is much. */
async function readFew(db: Queryable, found: RawBuilder<unknown>): Promise<RawBuilder<unknown> | null> {
  // materialized: a limit that the engine sees through makes it read the table from its beginning
  const statement = raw<{ id: string; score: number }>`with found as materialized ${found}
    select found_id as id, score from found limit ${FEW + 1}`;
  const rows = await db.run<{ id: string; score: number }>({ compile: () => statement.compile(build) });
  if (rows.length > FEW) return null;
  const [ids, scores] = [rows.map(({ id }) => id), rows.map(({ score }) => score)];
  return raw`(select * from unnest(${ids}::bigint[], ${scores}::int[]) as few (found_id, score))`;
}
