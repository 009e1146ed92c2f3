import type { CancelReason, CloseReason } from '@jishi/contract/plain/orders';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { moveOrder } from '../orders/moveOrder';
import { getOrder, type OrderBody } from '../orders/readOrder';
import { releaseStock } from '../orders/stock';
import { findOpenPayment } from './checkPayment';
import { closeTrade } from './closeTrade';

/** Cancels an unpaid order; cancelling it again is fine. Throws `not_found`, `order_state`, `platform_unavailable`. */
export async function cancelOrder(
  ctx: Context,
  userId: string,
  orderId: string,
  why: CancelReason,
): Promise<OrderBody> {
  const order = await getOrder(ctx.db, userId, orderId);
  if (order.state === 'unpaid') await closeOrder(ctx, userId, orderId, 'cancelled', why);
  const now = await getOrder(ctx.db, userId, orderId);
  if (now.state !== 'closed') throw new AppError('order_state', { state: now.state });
  return now;
}

/**
 * Closes an unpaid order and gives its stock back. The platform's trade is closed first: if it turns out to be paid,
 * the order is paid and stays open. An order that is no longer unpaid is left as it is.
 */
export async function closeOrder(
  ctx: Context,
  userId: string,
  orderId: string,
  reason: CloseReason,
  why: CancelReason | null = null,
): Promise<void> {
  const open = await findOpenPayment(ctx.db, userId, orderId);
  if (open && (await closeTrade(ctx, open, { isForOrder: true })) === 'paid') return;
  await ctx.db.tx(async (tx) => {
    const units = await moveOrder(ctx, tx, { userId, orderId, from: 'unpaid', to: 'closed', reason });
    if (!units) return;
    await releaseStock(ctx, tx, units, orderId);
    await tx.query(sql`update orders set cancel_reason = ${why} where user_id = ${userId} and order_id = ${orderId}`);
    await tx.query(
      sql`update payments set state = 'closed', closed_at = ${ctx.now()}
        where user_id = ${userId} and order_id = ${orderId} and state = 'paying'`,
    );
  });
}
