import type { OrderState } from '@jishi/contract/plain/orders';
import type { Context } from '../context';
import { AppError } from '../errors';
import { moveOrder } from './moveOrder';
import { getOrder, type OrderBody } from './readOrder';
import { refundedUnits } from './refundedUnits';

/**
 * The shopper has the goods: a shipped order is done, and a paid one that is picked up. Confirming again is fine.
 * Throws `not_found`, `order_state`, and `aftersale_open` for goods that were not handed over yet and whose money is
 * asked back.
 */
export async function confirmOrder(ctx: Context, userId: string, orderId: string): Promise<OrderBody> {
  const order = await getOrder(ctx.db, userId, orderId);
  const from: OrderState = order.fulfilment === 'pickup' ? 'paid' : 'shipped';
  if (order.state === from) {
    await ctx.db.tx(async (tx) => {
      await moveOrder(ctx, tx, { userId, orderId, from, to: 'done', reason: 'received' });
      if (from === 'paid') await refundedUnits(tx, userId, orderId);
    });
  }
  const now = await getOrder(ctx.db, userId, orderId);
  if (now.state !== 'done') throw new AppError('order_state', { state: now.state });
  return now;
}

/** The days in which the shopper could have confirmed are over; an order that is no longer under way stays as it is. */
export async function confirmByItself(ctx: Context, userId: string, orderId: string): Promise<void> {
  await ctx.db.tx((tx) =>
    moveOrder(ctx, tx, { userId, orderId, from: 'shipped', to: 'done', reason: 'received_by_itself' }),
  );
}
