import { sql, type Queryable, type Tx } from '../db/db';
import { AppError } from '../errors';
import type { Units } from './stock';

/**
 * Units of an order that are not handed out any more. Throws `aftersale_open` while a request for goods that are still
 * in the shop waits for the merchant's answer: they would be sent, and paid back too. With the order's row locked it
 * holds until the end of the transaction.
 */
export async function refundedUnits(tx: Tx, userId: string, orderId: string): Promise<Units[]> {
  const open = await tx.query(
    sql`select 1 from aftersales where user_id = ${userId} and order_id = ${orderId} and order_state = 'paid'
      and state in ('requested', 'approved')`,
  );
  if (open.length > 0) throw new AppError('aftersale_open', { orderId });
  return readRefunded(tx, userId, orderId);
}

/** Units whose money went back, or is on its way, before they were shipped; by SKU. */
export function readRefunded(db: Queryable, userId: string, orderId: string): Promise<Units[]> {
  return db.query<Units>(
    sql`select l.sku_id as "skuId", sum(l.quantity)::int as quantity
      from aftersales s join aftersale_lines l on l.user_id = s.user_id and l.aftersale_id = s.aftersale_id
      where s.user_id = ${userId} and s.order_id = ${orderId} and s.order_state = 'paid'
        and s.state in ('refunding', 'done')
      group by l.sku_id order by l.sku_id`,
  );
}

/** What is still to be handed out of an order's units. */
export function withoutRefunded<T extends Units>(units: readonly T[], refunded: readonly Units[]): T[] {
  return units.flatMap((unit) => {
    const gone = refunded.find(({ skuId }) => skuId === unit.skuId)?.quantity ?? 0;
    return unit.quantity > gone ? [{ ...unit, quantity: unit.quantity - gone }] : [];
  });
}
