import type { z } from 'zod';
import type { Invoice } from '@jishi/contract/orders';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { getOrder, type OrderBody } from './readOrder';

/**
 * Takes an order that is over out of the shopper's list. It stays in the shop's books. Throws `not_found`, also for one
 * that was deleted before, and `order_state` for one that is not over.
 */
export async function deleteOrder(ctx: Context, userId: string, orderId: string): Promise<void> {
  const rows = await ctx.db.query(
    sql`update orders set hidden_at = ${ctx.now()}
      where user_id = ${userId} and order_id = ${orderId} and state in ('done', 'closed') and hidden_at is null
      returning order_id`,
  );
  if (rows.length > 0) return;
  const { state } = await getOrder(ctx.db, userId, orderId);
  throw new AppError('order_state', { state });
}

/** Keeps whom the order's invoice is for; asking again replaces it. Throws `not_found`, `order_state` when closed. */
export async function requestInvoice(
  db: Queryable,
  userId: string,
  orderId: string,
  invoice: z.output<typeof Invoice>,
): Promise<OrderBody> {
  const rows = await db.query(
    sql`update orders set invoice = ${JSON.stringify(invoice)}::jsonb
      where user_id = ${userId} and order_id = ${orderId} and state <> 'closed' returning order_id`,
  );
  const order = await getOrder(db, userId, orderId);
  if (rows.length === 0) throw new AppError('order_state', { state: order.state });
  return order;
}
