import { sql as raw } from 'kysely';
import type { z } from 'zod';
import type { ListProductsQuery, ProductCard, ProductSort } from '@jishi/contract/products';
import type { Queryable } from '../db/db';
import { build } from '../db/tables';
import { CARD_COLUMNS, isSoldOut, toCard, type CardRow } from './card';
import { readCursor, writeCursor } from './cursor';

type Query = z.output<typeof ListProductsQuery>;
type Page = { items: z.output<typeof ProductCard>[]; nextCursor: string | null };

/** The column and direction of each order; the id breaks ties, so that pages never overlap. */
const ORDER: Record<
  z.output<typeof ProductSort>,
  { by: 'product_id' | 'sales_count' | 'price_fen'; way: 'asc' | 'desc' }
> = {
  default: { by: 'product_id', way: 'desc' },
  new: { by: 'product_id', way: 'desc' },
  sales: { by: 'sales_count', way: 'desc' },
  price_asc: { by: 'price_fen', way: 'asc' },
  price_desc: { by: 'price_fen', way: 'desc' },
};

/** Products on the shelf. With `ids`: those, in that order, in one page. */
export async function listProducts(db: Queryable, query: Query): Promise<Page> {
  let select = build
    .selectFrom('products')
    .select([...CARD_COLUMNS, isSoldOut.as('is_sold_out')])
    .where('state', '=', 'on_shelf');
  if (query.q) {
    const pattern = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    select = select.where((eb) =>
      eb.or([
        eb('title', 'ilike', pattern),
        eb('subtitle', 'ilike', pattern),
        eb(raw`${query.q}`, '=', raw`any(tags)`),
      ]),
    );
  }
  if (query.tag) select = select.where(raw<boolean>`tags @> array[${query.tag}]::text[]`);
  if (query.category) {
    select = select.where(
      raw<boolean>`exists (select 1 from product_categories pc join categories c on c.category_id = pc.category_id
        left join categories parent on parent.category_id = c.parent_id
        where pc.product_id = products.product_id and (c.slug = ${query.category} or parent.slug = ${query.category}))`,
    );
  }
  if (query.ids) {
    const ids = query.ids.split(',');
    const rows = (await db.run<CardRow>(select.where('product_id', 'in', ids))) as CardRow[];
    const byId = new Map(rows.map((row) => [row.product_id, row]));
    return { items: ids.flatMap((id) => byId.get(id) ?? []).map(toCard), nextCursor: null };
  }

  const { by, way } = ORDER[query.sort];
  const after = readCursor(query.cursor);
  if (after) {
    const beyond = way === 'asc' ? raw`>` : raw`<`;
    select = select.where(
      raw<boolean>`(${raw.ref(by)}, product_id) ${beyond} (${after[0]}::bigint, ${after[1]}::bigint)`,
    );
  }
  const rows = (await db.run<CardRow>(
    select
      .orderBy(by, way)
      .orderBy('product_id', way)
      .limit(query.limit + 1),
  )) as CardRow[];
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(toCard),
    nextCursor: rows.length > query.limit && last ? writeCursor([String(last[by]), last.product_id]) : null,
  };
}
