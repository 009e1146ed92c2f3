import { canMove, type MoveReason, type OrderState } from '@jishi/contract/plain/orders';
import { noteOrder } from '../attribution/noteTouch';
import type { Context } from '../context';
import { releaseCoupons, useCoupons } from '../coupons/orderCoupons';
import { sql, type Tx } from '../db/db';
import { enqueue } from '../jobs';
import { settleOrderPointsLater } from '../points/topics';
import { releaseOrderPoints, spendOrderPoints } from '../points/spendPoints';
import { reportShippingOf } from './shippingReports';
import type { Units } from './stock';

/** The outbox topic that confirms a shipped order which its shopper has not confirmed. */
export const CONFIRM_ORDER = 'order.confirm';

export interface Move {
  userId: string;
  orderId: string;
  from: OrderState;
  to: OrderState;
  /** For the log, and for a closed order its reason. */
  reason: MoveReason;
}

/**
 * Moves an order if it still stands where the caller thinks: answers its units, or null when it does not.
 * A move that the table of allowed moves lacks is a bug and throws.
 */
export async function moveOrder(
  ctx: Context,
  tx: Tx,
  { userId, orderId, from, to, reason }: Move,
): Promise<Units[] | null> {
  if (!canMove(from, to)) throw new Error(`an order cannot move from ${from} to ${to}`);
  const now = ctx.now();
  const [moved] = await tx.query(
    sql.named('orders.move')`with moved as (
        update orders set state = ${to},
          paid_at = case when ${to} = 'paid' then ${now}::timestamptz else paid_at end,
          shipped_at = case when ${to} = 'shipped' then ${now}::timestamptz else shipped_at end,
          done_at = case when ${to} = 'done' then ${now}::timestamptz else done_at end,
          closed_at = case when ${to} = 'closed' then ${now}::timestamptz else closed_at end,
          close_reason = case when ${to} = 'closed' then ${reason} end
        where user_id = ${userId} and order_id = ${orderId} and state = ${from} returning order_id
      ), logged as (
        insert into order_moves (user_id, order_id, move_id, from_state, to_state, reason, created_at)
        select ${userId}::bigint, order_id, ${ctx.makeId()}::bigint, ${from}, ${to}, ${reason}, ${now}::timestamptz from moved
      )
      select order_id from moved`,
  );
  if (!moved) return null;
  if (to === 'paid') {
    await noteOrder(ctx, tx, userId, orderId, now);
    await useCoupons(ctx, tx, { userId, orderId });
    await spendOrderPoints(ctx, tx, userId, orderId);
  }
  if (from === 'unpaid' && to === 'closed') {
    await releaseCoupons(ctx, tx, { userId, orderId });
    await releaseOrderPoints(ctx, tx, userId, orderId);
  }
  if (to === 'shipped') {
    const runAt = new Date(now.getTime() + ctx.env.CONFIRM_DAYS * 86_400_000);
    await enqueue(ctx, tx, { topic: CONFIRM_ORDER, payload: { userId, orderId }, runAt });
  }
  if (to === 'done') await settleOrderPointsLater(ctx, tx, userId, orderId);
  // goods leave the shop by parcel, or over the counter
  if (from === 'paid' && to !== 'closed') await reportShippingOf(ctx, tx, userId, orderId);
  return tx.query<Units>(
    sql.named('orders.units')`select sku_id as "skuId", quantity from order_lines
      where user_id = ${userId} and order_id = ${orderId} order by sku_id`,
  );
}
