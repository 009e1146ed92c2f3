import type { z } from 'zod';
import type { BoughtTogether } from '@jishi/contract/products';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { readCards } from './readCards';

/** One shopper's basket is a coincidence, and nobody else's business. */
const FEWEST_BUYERS = 2;

/**
 * What people paid for in the same order, among the newest 500 orders that hold the product: on the shelf, in stock,
 * never itself. People are counted, not orders or units, so that one of them buying again and again decides nothing;
 * an order that was closed again counts for nothing. Ties fall to the better seller, then to the newer product.
 * Throws `not_found`.
 */
export async function listBoughtTogether(
  db: Queryable,
  productId: string,
  limit: number,
): Promise<z.output<typeof BoughtTogether>[]> {
  const rows = await db.query<{ product_id: string | null; buyers: number }>(
    sql.named('products.together')`with together as (
        select other.product_id, count(distinct mine.user_id)::int as buyers
        from (select user_id, order_id from order_lines where product_id = ${productId}
            order by order_id desc limit 500) mine
          join orders o on o.user_id = mine.user_id and o.order_id = mine.order_id
            and o.paid_at is not null and o.state <> 'closed'
          join order_lines other on other.user_id = mine.user_id and other.order_id = mine.order_id
        where other.product_id <> ${productId}
        group by other.product_id having count(distinct mine.user_id) >= ${FEWEST_BUYERS})
      select chosen.product_id, chosen.buyers from products own left join (
        select p.product_id, together.buyers, p.sales_count
        from together join products p on p.product_id = together.product_id
        where p.state = 'on_shelf' and exists (select 1 from skus k join stock s on s.sku_id = k.sku_id
          where k.product_id = p.product_id and k.state = 'on_shelf' and s.on_hand > s.reserved)
        order by together.buyers desc, p.sales_count desc, p.product_id desc limit ${limit}) chosen on true
      where own.product_id = ${productId}
      order by chosen.buyers desc, chosen.sales_count desc, chosen.product_id desc`,
  );
  if (rows.length === 0) throw new AppError('not_found');
  const found = rows.flatMap(({ product_id: id, buyers }) => (id === null ? [] : [{ id, buyers }]));
  const cards = await readCards(
    db,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id, buyers }) => {
    const card = cards.get(id);
    return card ? [{ product: card.product, buyers }] : [];
  });
}
