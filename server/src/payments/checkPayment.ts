import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { getOrder, type OrderBody } from '../orders/readOrder';
import { settlePayment } from './settlePayment';

/** A payment that could still be paid. */
export interface OpenPayment {
  platform: Platform;
  app_id: string;
  trade_no: string;
}

/**
 * After the cashier has closed, whatever it said: asks the platform about the order's open payment and answers the
 * order as it is then. Throws `not_found`, `platform_unavailable`.
 */
export async function checkPayment(ctx: Context, userId: string, orderId: string): Promise<OrderBody> {
  const order = await getOrder(ctx.db, userId, orderId);
  const open = await findOpenPayment(ctx.db, userId, orderId);
  if (!open) return order;
  await settlePayment(
    ctx,
    await ctx.platforms[open.platform].queryPayment({ appId: open.app_id, tradeNo: open.trade_no }),
    'query',
  );
  return getOrder(ctx.db, userId, orderId);
}

export async function findOpenPayment(
  db: Queryable,
  userId: string,
  orderId: string,
): Promise<OpenPayment | undefined> {
  const [row] = await db.query<OpenPayment>(
    sql`select platform, app_id, trade_no from payments where user_id = ${userId} and order_id = ${orderId} and state = 'paying'`,
  );
  return row;
}
