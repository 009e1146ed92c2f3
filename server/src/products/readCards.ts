import type { z } from 'zod';
import type { ProductCard, ProductState } from '@jishi/contract/products';
import type { Queryable } from '../db/db';
import { build } from '../db/tables';
import { CARD_COLUMNS, isSoldOut, toCard, type CardRow } from './card';

export interface CardNow {
  product: z.output<typeof ProductCard>;
  state: z.output<typeof ProductState>;
}

/** Products by id with today's price and stock, off the shelf too, in one statement; unknown ids are absent. */
export async function readCards(db: Queryable, productIds: readonly string[]): Promise<Map<string, CardNow>> {
  if (productIds.length === 0) return new Map();
  const rows = (await db.run(
    build
      .selectFrom('products')
      .select([...CARD_COLUMNS, 'state', isSoldOut.as('is_sold_out')])
      .where('product_id', 'in', [...new Set(productIds)]),
  )) as (CardRow & { state: CardNow['state'] })[];
  return new Map(rows.map((row) => [row.product_id, { product: toCard(row), state: row.state }]));
}
