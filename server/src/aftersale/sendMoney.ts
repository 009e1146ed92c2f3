import type { Context } from '../context';
import { returnCoupons } from '../coupons/orderCoupons';
import { sql, type Tx } from '../db/db';
import { moveOrder } from '../orders/moveOrder';
import { restock } from '../orders/stock';
import { settleOrderPointsLater } from '../points/topics';
import { requestRefund } from '../payments/refunds';
import { moveAftersale, type LockedAftersale, type MovedBy } from './moveAftersale';
import { AFTERSALE_REFUNDED } from './topics';

interface Line {
  skuId: string;
  quantity: number;
}

/**
 * Sends the money of a request back, and draws what follows for its order: goods that never left go back on the shelf;
 * the shipping goes back with the last of them; an order of which nothing is left is closed. Once, as the state
 * `refunding` is entered once.
 */
export async function sendMoney(ctx: Context, tx: Tx, aftersale: LockedAftersale, by: MovedBy): Promise<void> {
  const { userId, aftersaleId, order, orderState } = aftersale;
  const refunding = await moveAftersale(ctx, tx, aftersale, 'refunding', by);
  await settleOrderPointsLater(ctx, tx, userId, order.orderId);
  const isUnshipped = orderState === 'paid';
  if (isUnshipped) await restock(ctx, tx, await readUnits(tx, aftersale), `aftersale:${aftersaleId}`, 'refund');
  const isAll = await isAllRefunded(tx, aftersale);
  if (isAll) await returnCoupons(ctx, tx, { userId, orderId: order.orderId });
  const shippingFen = isUnshipped && isAll ? order.shippingFen : 0;
  await tx.query(
    sql`update aftersales set shipping_fen = ${shippingFen} where user_id = ${userId} and aftersale_id = ${aftersaleId}`,
  );
  if (isAll && (order.state === 'paid' || order.state === 'shipped')) {
    await moveOrder(ctx, tx, { userId, orderId: order.orderId, from: order.state, to: 'closed', reason: 'refunded' });
  }
  const fen = aftersale.goodsFen + shippingFen;
  // what discounts had paid for wholly
  if (fen === 0) {
    await moveAftersale(ctx, tx, refunding, 'done', { actor: 'platform' });
    return;
  }
  const { refundId } = await requestRefund(ctx, tx, {
    userId,
    orderId: order.orderId,
    fen,
    reason: isUnshipped ? '订单退款' : '售后退款',
    ref: `aftersale:${aftersaleId}`,
    then: { topic: AFTERSALE_REFUNDED, payload: { userId, aftersaleId } },
  });
  await tx.query(
    sql`update aftersales set refund_id = ${refundId} where user_id = ${userId} and aftersale_id = ${aftersaleId}`,
  );
}

/** A request's units, in the order in which stock is locked. */
export function readUnits(tx: Tx, { userId, aftersaleId }: LockedAftersale): Promise<Line[]> {
  return tx.query<Line>(
    sql`select sku_id as "skuId", quantity from aftersale_lines
      where user_id = ${userId} and aftersale_id = ${aftersaleId} order by sku_id`,
  );
}

async function isAllRefunded(tx: Tx, { userId, order: { orderId } }: LockedAftersale): Promise<boolean> {
  const [row] = await tx.query<{ isAll: boolean }>(
    sql`select (select sum(quantity) from order_lines where user_id = ${userId} and order_id = ${orderId})
      = (select sum(l.quantity) from aftersale_lines l
          join aftersales s on s.user_id = l.user_id and s.aftersale_id = l.aftersale_id
          where s.user_id = ${userId} and s.order_id = ${orderId} and s.state in ('refunding', 'done')) as "isAll"`,
  );
  return row!.isAll;
}

/** What the platform's last word on the money means. A failure is for a person to look at, and may yet turn out well. */
export async function noteRefund(
  ctx: Context,
  tx: Tx,
  aftersale: LockedAftersale,
  outcome: { refundId: string; state: string },
): Promise<void> {
  const { userId, aftersaleId } = aftersale;
  if (aftersale.state !== 'refunding') return;
  const hasFailed = outcome.state === 'failed';
  await tx.query(
    sql`update aftersales set refund_note = ${hasFailed ? '平台没有退成功，请在退款记录里重试' : ''}
      where user_id = ${userId} and aftersale_id = ${aftersaleId}`,
  );
  if (!hasFailed) await moveAftersale(ctx, tx, aftersale, 'done', { actor: 'platform' });
}
