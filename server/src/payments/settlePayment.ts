import type { PaymentState } from '@jishi/contract/plain/payments';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { moveOrder } from '../orders/moveOrder';
import { givePickupCode } from '../orders/pickupCode';
import { sellStock } from '../orders/stock';
import { tellPaid } from '../orders/tellShopper';
import type { TradeReport } from '../platform/types';
import { applied, faultOf, ignored, unknown, type Applied, type NoticeSender } from './noticeSender';
import { log, type ReportOrigin } from './paymentLog';
import { lateRef, requestRefund } from './refunds';

interface PaymentRow {
  user_id: string;
  payment_id: string;
  order_id: string;
  platform: string;
  app_id: string;
  state: PaymentState;
  amount_fen: string;
}

/** Applies what the platform says about a trade. Answers the payment's state, or null for a trade that is not ours. */
export async function settlePayment(
  ctx: Context,
  report: TradeReport,
  origin: ReportOrigin,
): Promise<PaymentState | null> {
  const { state } = await ctx.db.tx((tx) => applyTradeReport(ctx, tx, report, origin));
  ctx.kickJobs();
  return state;
}

/**
 * The same inside the caller's transaction, however often and in whatever order it is said. Money for an order that
 * can take it pays the order; money for one that cannot (closed, or paid already) goes back. A wrong amount or a
 * callback of another app changes nothing.
 */
export async function applyTradeReport(
  ctx: Context,
  tx: Tx,
  report: TradeReport,
  origin: ReportOrigin,
  sender?: NoticeSender,
): Promise<Applied<PaymentState>> {
  const payment = await lockPayment(tx, report.tradeNo);
  if (!payment) return unknown('unknown_trade');
  await log(ctx, tx, payment, origin, report);
  const fault = faultOf(sender, payment);
  if (fault) return ignored(payment.state, fault);
  if (report.state === 'paid') return acceptMoney(ctx, tx, payment, report);
  // a trade that the platform has never heard of and was told to close cannot be paid any more either
  const isOver = report.state === 'closed' || (report.state === 'absent' && origin === 'close');
  if (!isOver || payment.state !== 'paying') return ignored(payment.state, 'nothing_new');
  await tx.query(
    sql`update payments set state = 'closed', closed_at = ${ctx.now()}
      where user_id = ${payment.user_id} and payment_id = ${payment.payment_id}`,
  );
  return applied('closed');
}

/** The order before its payments, as everybody does who locks both. */
async function lockPayment(tx: Tx, tradeNo: string): Promise<PaymentRow | undefined> {
  const [owner] = await tx.query<{ user_id: string; payment_id: string }>(
    sql`with owner as (
        select p.user_id, p.payment_id, p.order_id from trade_numbers n
        join payments p on p.user_id = n.user_id and p.payment_id = n.payment_id where n.trade_no = ${tradeNo}
      )
      select o.user_id, w.payment_id from owner w join orders o on o.user_id = w.user_id and o.order_id = w.order_id
      for update of o`,
  );
  if (!owner) return undefined;
  const [row] = await tx.query<PaymentRow>(
    sql`select user_id, payment_id, order_id, platform, app_id, state, amount_fen from payments
      where user_id = ${owner.user_id} and payment_id = ${owner.payment_id} for update`,
  );
  return row;
}

async function acceptMoney(
  ctx: Context,
  tx: Tx,
  payment: PaymentRow,
  report: TradeReport,
): Promise<Applied<PaymentState>> {
  if (payment.state !== 'paying' && payment.state !== 'closed') return ignored(payment.state, 'nothing_new');
  if (report.paidFen !== Number(payment.amount_fen)) {
    await log(ctx, tx, payment, 'amount_mismatch', report);
    return ignored(payment.state, 'amount_mismatch');
  }
  const { user_id: userId, order_id: orderId, payment_id: paymentId } = payment;
  const units = await moveOrder(ctx, tx, { userId, orderId, from: 'unpaid', to: 'paid', reason: 'payment' });
  await tx.query(
    sql`update payments set state = 'paid', paid_at = ${ctx.now()}, platform_trade_no = ${report.platformTradeNo}
      where user_id = ${userId} and payment_id = ${paymentId}`,
  );
  if (!units) return sendBack(ctx, tx, payment);
  await sellStock(ctx, tx, units, orderId);
  await givePickupCode(ctx, tx, userId, orderId);
  await tellPaid(ctx, tx, userId, orderId);
  return applied('paid');
}

/** The order is closed, or was paid through another cashier. */
async function sendBack(ctx: Context, tx: Tx, payment: PaymentRow): Promise<Applied<PaymentState>> {
  const { user_id: userId, order_id: orderId, payment_id: paymentId } = payment;
  const fen = Number(payment.amount_fen);
  if (fen === 0) return applied('paid');
  const reason = '订单不能再付款，原路退回';
  await requestRefund(ctx, tx, { userId, orderId, paymentId, fen, reason, ref: lateRef(paymentId) });
  return applied('refunding');
}
