import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import type { PaymentRequest } from '../platform/types';
import type { PaymentBody } from './createPayment';
import type { PaymentRow } from './openPayment';

/**
 * Asks the platform for what its cashier needs, and keeps it; a browser cashier's address lives five minutes and is
 * asked for anew each time, under the same number. Throws `payment_closed`, `platform_unavailable`.
 */
export async function askIntent(
  ctx: Context,
  { userId, openId }: SessionRow,
  payment: PaymentRow,
  ip: string,
): Promise<PaymentBody['intent']> {
  const intent = await ctx.platforms[payment.platform].createPayment({
    appId: payment.app_id,
    openId,
    tradeNo: payment.trade_no,
    amountFen: Number(payment.amount_fen),
    ip,
    ...(await describeOrder(ctx.db, userId, payment.order_id)),
  });
  if (intent.kind === 'h5') return intent;
  await ctx.db.query(
    sql`update payments set intent = ${JSON.stringify(intent)}::jsonb where user_id = ${userId} and payment_id = ${payment.payment_id}`,
  );
  return intent;
}

/** What the cashier shows, what is bought, and the moment after which the platform must not take the money. */
async function describeOrder(
  db: Queryable,
  userId: string,
  orderId: string,
): Promise<Pick<PaymentRequest, 'title' | 'expiresAt' | 'lines'>> {
  const rows = await db.query<{ title: string; expires_at: Date; skuId: string; quantity: number }>(
    sql`select l.title, l.sku_id as "skuId", l.quantity, o.expires_at
      from orders o join order_lines l on l.user_id = o.user_id and l.order_id = o.order_id
      where o.user_id = ${userId} and o.order_id = ${orderId} order by l.line_id`,
  );
  const first = rows[0]!;
  const title = first.title.slice(0, 30);
  return {
    title: rows.length > 1 ? `${title} 等` : title,
    expiresAt: first.expires_at,
    lines: rows.map(({ skuId, quantity }) => ({ skuId, quantity })),
  };
}
