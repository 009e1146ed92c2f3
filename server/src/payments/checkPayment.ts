import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { sql } from '../db/db';
import { getOrder, type OrderBody } from '../orders/readOrder';
import { settlePayment } from './settlePayment';

/** A payment that could still be paid. */
export interface OpenPayment {
  platform: Platform;
  trade_no: string;
}

/**
 * After the cashier has closed, whatever it said: asks the platform about the order's open payment and answers the
 * order as it is then. Throws `not_found`, `platform_unavailable`.
 */
export async function checkPayment(ctx: Context, userId: string, orderId: string): Promise<OrderBody> {
  const order = await getOrder(ctx.db, userId, orderId);
  const open = await findOpenPayment(ctx, userId, orderId);
  if (!open) return order;
  await settlePayment(ctx, await ctx.platforms[open.platform].queryPayment(open.trade_no), 'query');
  return getOrder(ctx.db, userId, orderId);
}

export async function findOpenPayment(ctx: Context, userId: string, orderId: string): Promise<OpenPayment | undefined> {
  const [row] = await ctx.db.query<OpenPayment>(
    sql`select platform, trade_no from payments where user_id = ${userId} and order_id = ${orderId} and state = 'paying'`,
  );
  return row;
}
