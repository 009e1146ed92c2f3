import type { z } from 'zod';
import type { ProductCard } from '@jishi/contract/products';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { readCards } from './readCards';

/**
 * What goes with a product, on the shelf and never itself: in stock first, then what shares its
 * categories, then its tags; best sellers fill up. Looks at the best-selling
 * hundred of each kind, so that a large shop answers as fast as a small one. Ties fall to the newer
 * product, so the same shop always gives the same answer. Throws `not_found`.
 */
export async function listRelatedProducts(
  db: Queryable,
  productId: string,
  limit: number,
): Promise<z.output<typeof ProductCard>[]> {
  const rows = await db.query<{ product_id: string | null }>(
    sql.named('products.related')`with own as (select product_id, tags from products where product_id = ${productId}),
      near as (
        select p.product_id from product_categories mine
          join product_categories theirs on theirs.category_id = mine.category_id
          join products p on p.product_id = theirs.product_id and p.state = 'on_shelf'
        where mine.product_id = ${productId} order by p.sales_count desc, p.product_id desc limit 100),
      tagged as (
        select p.product_id from own join products p on p.tags && own.tags and p.state = 'on_shelf'
        order by p.sales_count desc, p.product_id desc limit 100),
      best as (
        select product_id from products where state = 'on_shelf' order by sales_count desc, product_id desc limit 30),
      ranked as (
        select p.product_id, p.sales_count,
          (select count(*) from product_categories mine join product_categories theirs using (category_id)
            where mine.product_id = ${productId} and theirs.product_id = p.product_id) as alike,
          (select count(*) from unnest(p.tags) tag where tag = any(own.tags)) as shared,
          exists (select 1 from skus k join stock s on s.sku_id = k.sku_id where k.product_id = p.product_id
            and k.state = 'on_shelf' and s.on_hand > s.reserved) as in_stock
        from (select product_id from near
            union select product_id from tagged union select product_id from best) candidate
          join products p on p.product_id = candidate.product_id cross join own
        where p.state = 'on_shelf' and p.product_id <> ${productId})
      select own.product_id as own_id, chosen.product_id from own left join (
        select * from ranked order by in_stock desc, alike desc, shared desc, sales_count desc,
          product_id desc limit ${limit}) chosen on true
      order by in_stock desc, alike desc, shared desc, sales_count desc, chosen.product_id desc`,
  );
  if (rows.length === 0) throw new AppError('not_found');
  const ids = rows.flatMap((row) => row.product_id ?? []);
  const cards = await readCards(db, ids);
  return ids.flatMap((id) => cards.get(id)?.product ?? []);
}
