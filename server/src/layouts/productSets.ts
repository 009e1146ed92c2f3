import type { z } from 'zod';
import type { ProductSource } from '@jishi/contract/layouts';
import { ListProductsQuery, type ProductCard } from '@jishi/contract/products';
import type { Queryable } from '../db/db';
import { queryOf } from '@jishi/contract/plain/productSource';
import { listProducts } from '../products/listProducts';

/** What each source has on the shelf now, as a list of its own would answer it. */
export async function readProductSets(
  db: Queryable,
  sources: readonly ProductSource[],
): Promise<{ items: z.output<typeof ProductCard>[] }[]> {
  return Promise.all(
    sources.map(async (source) => ({
      items: (await listProducts(db, ListProductsQuery.parse(queryOf(source)))).items,
    })),
  );
}
