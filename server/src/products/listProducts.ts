import { sql as raw, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { ListProductsQuery, ProductCard, ProductSort } from '@jishi/contract/products';
import type { Queryable } from '../db/db';
import { build } from '../db/tables';
import type { Sign } from '../search/grams';
import { hasNear, matchingExactly, matchingNearly, readTerms, type Precision } from '../search/terms';
import { toCard } from './card';
import { readCursorOf, writeCursor } from './cursor';
import { filtersOf } from './filters';
import { readFound } from './readFound';
import { joined, readRows, readSorted, type Column, type Found } from './readRows';

type Query = z.output<typeof ListProductsQuery>;
type Page = { items: z.output<typeof ProductCard>[]; nextCursor: string | null; isNear?: boolean };

/** The columns and direction of each order; the id breaks ties, so that pages never overlap. */
const ORDER: Record<z.output<typeof ProductSort> | 'found', { by: Column[]; way: 'asc' | 'desc' }> = {
  found: { by: ['score', 'sales_count', 'product_id'], way: 'desc' },
  default: { by: ['product_id'], way: 'desc' },
  new: { by: ['product_id'], way: 'desc' },
  sales: { by: ['sales_count', 'product_id'], way: 'desc' },
  price_asc: { by: ['price_fen', 'product_id'], way: 'asc' },
  price_desc: { by: ['price_fen', 'product_id'], way: 'desc' },
};
/** A search's cursor begins with how it searched, so that all its pages search alike. */
const PRECISIONS = ['exact', 'near'] as const;

/** Products on the shelf. With `ids`: those, in that order, in one page. */
export async function listProducts(db: Queryable, query: Query): Promise<Page> {
  if (!query.q) return readPage(db, query, null);
  const terms = readTerms(query.q);
  if (!terms) return { items: [], nextCursor: null };
  if (query.cursor !== undefined) {
    const [, mark, cursor] = /^([01])\.(.*)$/.exec(query.cursor) ?? [];
    const precision = PRECISIONS[Number(mark ?? 0)]!;
    // without a mark it is no cursor, and the empty one is refused
    return readPage(db, { ...query, cursor: cursor ?? '' }, { terms, precision });
  }
  const page = await readPage(db, query, { terms, precision: 'exact' });
  if (page.items.length > 0 || !hasNear(terms) || (await isFound(db, terms))) return page;
  return readPage(db, query, { terms, precision: 'near' });
}

interface Search {
  terms: readonly Sign[];
  precision: Precision;
}

async function readPage(db: Queryable, query: Query, search: Search | null): Promise<Page> {
  const conditions = filtersOf(query);
  if (query.ids) return readGiven(db, query.ids.split(','), conditions, search && tableOf(search));
  const { by, way } = ORDER[search && query.sort === 'default' ? 'found' : query.sort];
  const after = readCursorOf(by.length, query.cursor);
  const rows =
    search?.precision === 'exact' && by[0] === 'score'
      ? await readFound(db, query, search.terms, after)
      : await readSorted(db, search && tableOf(search), conditions, { by, way, after, limit: query.limit + 1 });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const isNear = search?.precision === 'near' && items.length > 0;
  const mark = search ? [String(PRECISIONS.indexOf(search.precision))] : [];
  return {
    items: items.map(toCard),
    nextCursor:
      rows.length > query.limit && last ? writeCursor([...mark, ...by.map((column) => String(last[column]))]) : null,
    ...(isNear && { isNear }),
  };
}

async function readGiven(
  db: Queryable,
  ids: string[],
  conditions: RawBuilder<unknown>[],
  found: Found | null,
): Promise<Page> {
  conditions.push(raw`product_id = any(${ids}::bigint[])`);
  const rows = await readRows(db, found, conditions, { order: raw``, limit: ids.length });
  const byId = new Map(rows.map((row) => [row.product_id, row]));
  return { items: ids.flatMap((id) => byId.get(id) ?? []).map(toCard), nextCursor: null };
}

const tableOf = ({ terms, precision }: Search) =>
  joined(precision === 'exact' ? matchingExactly(terms) : matchingNearly(terms));

/** Filters may leave nothing of what was found; then near products would only hide that. */
export async function isFound(db: Queryable, terms: readonly Sign[]): Promise<boolean> {
  const statement = raw<{ is_found: boolean }>`select exists (select 1 from products
    join ${matchingExactly(terms)} found on found_id = product_id where state = 'on_shelf') as is_found`;
  const [row] = await db.run({ compile: () => statement.compile(build) });
  return row!.is_found;
}
