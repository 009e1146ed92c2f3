import type { z } from 'zod';
import type { Payment } from '@jishi/contract/payments';
import type { PaymentState } from '@jishi/contract/plain/payments';
import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import { AppError } from '../errors';
import { claimKey } from '../idempotency';
import { enqueue } from '../jobs';
import { CHECK_PAYMENT } from './topics';

export type PaymentBody = z.output<typeof Payment>;

interface PaymentRow {
  payment_id: string;
  order_id: string;
  trade_no: string;
  state: PaymentState;
  amount_fen: string;
  intent: PaymentBody['intent'] | null;
}

const FIRST_CHECK_MS = 60_000;

/**
 * Starts paying an order, or hands out again the payment that is still open: an order has at most one. The platform
 * is asked outside the transaction and under our own trade number, so that a crash in between loses nothing.
 * Throws `not_found`, `order_state`, `payment_closed` (a replayed key), `platform_unavailable`.
 */
export async function createPayment(
  ctx: Context,
  session: SessionRow,
  orderId: string,
  key: string,
): Promise<PaymentBody> {
  const { userId } = session;
  const payment = await ctx.db.tx(async (tx) => {
    const known = await claimKey<{ paymentId: string }>(tx, { userId, key, route: 'createPayment', body: { orderId } });
    if (known) return readPayment(tx, userId, known.paymentId);
    const open = await openPayment(ctx, tx, session, orderId);
    await tx.query(
      sql`update idempotency_keys set response = ${JSON.stringify({ paymentId: open.payment_id })}::jsonb
        where user_id = ${userId} and key = ${key}`,
    );
    return open;
  });
  if (payment.state === 'closed') throw new AppError('payment_closed');
  ctx.kickJobs();
  const intent = payment.intent ?? (await askPlatform(ctx, session, payment));
  return { id: payment.payment_id, state: payment.state, amountFen: Number(payment.amount_fen), intent };
}

async function readPayment(tx: Tx, userId: string, paymentId: string): Promise<PaymentRow> {
  const [row] = await tx.query<PaymentRow>(
    sql`select payment_id, order_id, trade_no, state, amount_fen, intent from payments
      where user_id = ${userId} and payment_id = ${paymentId}`,
  );
  return row!;
}

/** The order row is locked, so that two taps find one payment and a closing order gets none. */
async function openPayment(ctx: Context, tx: Tx, { userId }: SessionRow, orderId: string): Promise<PaymentRow> {
  const [order] = await tx.query<{
    state: string;
    total_fen: string;
    expires_at: Date;
    platform: string;
    app_id: string;
  }>(
    sql`select state, total_fen, expires_at, platform, app_id from orders
      where user_id = ${userId} and order_id = ${orderId} for update`,
  );
  if (!order) throw new AppError('not_found');
  if (order.state !== 'unpaid' || order.expires_at <= ctx.now())
    throw new AppError('order_state', { state: order.state });
  const [open] = await tx.query<PaymentRow>(
    sql`select payment_id, order_id, trade_no, state, amount_fen, intent from payments
      where user_id = ${userId} and order_id = ${orderId} and state = 'paying'`,
  );
  if (open) return open;
  const paymentId = ctx.makeId();
  const tradeNo = `T${paymentId}`;
  const [made] = await tx.query<PaymentRow>(
    sql`with number as (
        insert into trade_numbers (trade_no, user_id, payment_id) values (${tradeNo}, ${userId}, ${paymentId})
      )
      insert into payments (user_id, payment_id, order_id, trade_no, platform, app_id, state, amount_fen, created_at)
      values (${userId}, ${paymentId}, ${orderId}, ${tradeNo}, ${order.platform}, ${order.app_id}, 'paying', ${order.total_fen}, ${ctx.now()})
      returning payment_id, order_id, trade_no, state, amount_fen, intent`,
  );
  await enqueue(ctx, tx, {
    topic: CHECK_PAYMENT,
    payload: { userId, paymentId },
    runAt: new Date(ctx.now().getTime() + FIRST_CHECK_MS),
  });
  return made!;
}

async function askPlatform(ctx: Context, session: SessionRow, payment: PaymentRow): Promise<PaymentBody['intent']> {
  const { userId, platform, appId, openId } = session;
  const intent = await ctx.platforms[platform].createPayment({
    appId,
    openId,
    tradeNo: payment.trade_no,
    amountFen: Number(payment.amount_fen),
    ...(await describeOrder(ctx.db, userId, payment.order_id)),
  });
  await ctx.db.query(
    sql`update payments set intent = ${JSON.stringify(intent)}::jsonb where user_id = ${userId} and payment_id = ${payment.payment_id}`,
  );
  return intent;
}

/** What the cashier shows, and the moment after which the platform must not take the money. */
async function describeOrder(
  db: Queryable,
  userId: string,
  orderId: string,
): Promise<{ title: string; expiresAt: Date }> {
  const rows = await db.query<{ title: string; expires_at: Date }>(
    sql`select l.title, o.expires_at from orders o join order_lines l on l.user_id = o.user_id and l.order_id = o.order_id
      where o.user_id = ${userId} and o.order_id = ${orderId} order by l.line_id limit 2`,
  );
  const first = rows[0]!;
  const title = first.title.slice(0, 30);
  return { title: rows.length > 1 ? `${title} 等` : title, expiresAt: first.expires_at };
}
