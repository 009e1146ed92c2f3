import type { z } from 'zod';
import type { Payment } from '@jishi/contract/payments';
import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { claimKey } from '../idempotency';
import { askIntent } from './askIntent';
import { closeTrade } from './closeTrade';
import { OpenElsewhere, openPayment, type PaymentRow } from './openPayment';

export type PaymentBody = z.output<typeof Payment>;

/** How often a cashier is closed, or a trade number replaced, for one request. */
const MAX_TRIES = 3;

/**
 * Starts paying an order in the super-app of the session, or hands out again the payment that is still open there: an
 * order has at most one, so that of another super-app is closed first. The platform is asked outside the transaction
 * and under our own trade number, so that a crash in between loses nothing. Throws `not_found`, `order_state` (also
 * when the other cashier has just been paid at), `payment_closed` (a replayed key), `platform_unavailable`.
 */
export async function createPayment(
  ctx: Context,
  session: SessionRow,
  orderId: string,
  key: string,
  ip: string,
): Promise<PaymentBody> {
  const { userId } = session;
  let payment = await withOneCashier(ctx, async (tx) => {
    const known = await claimKey<{ paymentId: string }>(tx, { userId, key, route: 'createPayment', body: { orderId } });
    if (known) return readPayment(tx, userId, known.paymentId);
    return openFor(ctx, tx, session, orderId, key);
  });
  for (let attempt = 1; ; attempt++) {
    if (payment.state === 'closed') throw new AppError('payment_closed');
    ctx.kickJobs();
    try {
      const intent = payment.intent ?? (await askIntent(ctx, session, payment, ip));
      return { id: payment.payment_id, state: payment.state, amountFen: Number(payment.amount_fen), intent };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'payment_closed' || attempt === MAX_TRIES) throw error;
      // the platform takes no money under this number any more: what became of it, and then another one
      await closeTrade(ctx, payment);
      payment = await withOneCashier(ctx, (tx) => openFor(ctx, tx, session, orderId, key));
    }
  }
}

/** Runs `work` in a transaction, and again after closing the order's payment at another cashier. */
async function withOneCashier(ctx: Context, work: (tx: Tx) => Promise<PaymentRow>): Promise<PaymentRow> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.tx(work);
    } catch (error) {
      if (!(error instanceof OpenElsewhere)) throw error;
      if (attempt === MAX_TRIES) throw new AppError('platform_unavailable');
      await closeTrade(ctx, error.payment);
    }
  }
}

/** The key answers with this payment from now on. */
async function openFor(ctx: Context, tx: Tx, session: SessionRow, orderId: string, key: string): Promise<PaymentRow> {
  const open = await openPayment(ctx, tx, session, orderId);
  await tx.query(
    sql`update idempotency_keys set response = ${JSON.stringify({ paymentId: open.payment_id })}::jsonb
      where user_id = ${session.userId} and key = ${key}`,
  );
  return open;
}

async function readPayment(tx: Tx, userId: string, paymentId: string): Promise<PaymentRow> {
  const [row] = await tx.query<PaymentRow>(
    sql`select payment_id, order_id, trade_no, platform, app_id, state, amount_fen, intent from payments
      where user_id = ${userId} and payment_id = ${paymentId}`,
  );
  return row!;
}
