import type { PaymentState } from '@jishi/contract/plain/payments';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { enqueue } from '../jobs';
import { moveOrder } from '../orders/moveOrder';
import { givePickupCode } from '../orders/pickupCode';
import { sellStock } from '../orders/stock';
import type { TradeReport } from '../platform/types';
import { REFUND_PAYMENT } from './topics';

interface PaymentRow {
  user_id: string;
  payment_id: string;
  order_id: string;
  state: PaymentState;
  amount_fen: string;
}

/** How a report reached us; kept in the payment's log. */
export type ReportOrigin = 'notice' | 'query' | 'close';

/**
 * Applies what the platform says about a trade, however often and in whatever order it says it. Money for an order
 * that can take it pays the order; money for one that cannot (closed, or paid already) goes back. A wrong amount
 * changes nothing. Answers the payment's state, or null for a trade that is not ours.
 */
export async function settlePayment(
  ctx: Context,
  report: TradeReport,
  origin: ReportOrigin,
): Promise<PaymentState | null> {
  const state = await ctx.db.tx(async (tx) => {
    const payment = await lockPayment(tx, report.tradeNo);
    if (!payment) return null;
    await log(ctx, tx, payment, origin, report);
    if (report.state === 'paid') return acceptMoney(ctx, tx, payment, report);
    if (report.state === 'closed' && payment.state === 'paying') {
      await tx.query(
        sql`update payments set state = 'closed', closed_at = ${ctx.now()}
          where user_id = ${payment.user_id} and payment_id = ${payment.payment_id}`,
      );
      return 'closed';
    }
    return payment.state;
  });
  ctx.kickJobs();
  return state;
}

async function lockPayment(tx: Tx, tradeNo: string): Promise<PaymentRow | undefined> {
  const [owner] = await tx.query<{ user_id: string; payment_id: string }>(
    sql`select user_id, payment_id from trade_numbers where trade_no = ${tradeNo}`,
  );
  if (!owner) return undefined;
  const [row] = await tx.query<PaymentRow>(
    sql`select user_id, payment_id, order_id, state, amount_fen from payments
      where user_id = ${owner.user_id} and payment_id = ${owner.payment_id} for update`,
  );
  return row;
}

async function acceptMoney(ctx: Context, tx: Tx, payment: PaymentRow, report: TradeReport): Promise<PaymentState> {
  if (payment.state !== 'paying' && payment.state !== 'closed') return payment.state;
  if (report.paidFen !== Number(payment.amount_fen)) {
    await log(ctx, tx, payment, 'amount_mismatch', report);
    return payment.state;
  }
  const { user_id: userId, order_id: orderId, payment_id: paymentId } = payment;
  const units = await moveOrder(ctx, tx, { userId, orderId, from: 'unpaid', to: 'paid', reason: 'payment' });
  const state: PaymentState = units ? 'paid' : 'refunding';
  await tx.query(
    sql`update payments set state = ${state}, paid_at = ${ctx.now()}, platform_trade_no = ${report.platformTradeNo}
      where user_id = ${userId} and payment_id = ${paymentId}`,
  );
  if (units) {
    await sellStock(ctx, tx, units, orderId);
    await givePickupCode(ctx, tx, userId, orderId);
  } else await enqueue(ctx, tx, { topic: REFUND_PAYMENT, payload: { userId, paymentId } });
  return state;
}

/** Appends to the payment's log, in the same transaction as what it tells about. */
export async function log(
  ctx: Context,
  tx: Tx,
  { user_id: userId, payment_id: paymentId }: Pick<PaymentRow, 'user_id' | 'payment_id'>,
  kind: ReportOrigin | 'amount_mismatch' | 'refund',
  body: unknown,
): Promise<void> {
  await tx.query(
    sql`insert into payment_entries (user_id, payment_id, entry_id, kind, body, created_at)
      values (${userId}, ${paymentId}, ${ctx.makeId()}, ${kind}, ${JSON.stringify(body)}, ${ctx.now()})`,
  );
}
