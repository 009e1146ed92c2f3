import type { PaymentState } from '@jishi/contract/plain/payments';
import type { SessionRow } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { enqueue } from '../jobs';
import type { OpenPayment } from './checkPayment';
import type { PaymentBody } from './createPayment';
import { CHECK_PAYMENT } from './topics';

export interface PaymentRow extends OpenPayment {
  payment_id: string;
  order_id: string;
  state: PaymentState;
  amount_fen: string;
  intent: PaymentBody['intent'] | null;
}

/** Another cashier may still take the money for this order: it is closed first, outside any transaction. */
export class OpenElsewhere extends Error {
  constructor(readonly payment: OpenPayment) {
    super('the order is open at another cashier');
  }
}

const FIRST_CHECK_MS = 60_000;

/**
 * The order's open payment, or a new one for the super-app that the person is in now, wherever the order was placed.
 * The order row is locked, so that two taps find one payment and a closing order gets none. Throws `not_found`,
 * `order_state`, OpenElsewhere.
 */
export async function openPayment(ctx: Context, tx: Tx, session: SessionRow, orderId: string): Promise<PaymentRow> {
  const { userId, platform, appId } = session;
  const [order] = await tx.query<{ state: string; total_fen: string; expires_at: Date }>(
    sql`select state, total_fen, expires_at from orders
      where user_id = ${userId} and order_id = ${orderId} for update`,
  );
  if (!order) throw new AppError('not_found');
  if (order.state !== 'unpaid' || order.expires_at <= ctx.now())
    throw new AppError('order_state', { state: order.state });
  const [open] = await tx.query<PaymentRow>(
    sql`select payment_id, order_id, trade_no, platform, app_id, state, amount_fen, intent from payments
      where user_id = ${userId} and order_id = ${orderId} and state = 'paying'`,
  );
  if (open && (open.platform !== platform || open.app_id !== appId)) throw new OpenElsewhere(open);
  if (open) return open;
  const paymentId = ctx.makeId();
  const tradeNo = tradeNoOf(paymentId);
  const [made] = await tx.query<PaymentRow>(
    sql`with number as (
        insert into trade_numbers (trade_no, user_id, payment_id) values (${tradeNo}, ${userId}, ${paymentId})
      )
      insert into payments (user_id, payment_id, order_id, trade_no, platform, app_id, state, amount_fen, created_at)
      values (${userId}, ${paymentId}, ${orderId}, ${tradeNo}, ${platform}, ${appId}, 'paying', ${order.total_fen}, ${ctx.now()})
      returning payment_id, order_id, trade_no, platform, app_id, state, amount_fen, intent`,
  );
  await enqueue(ctx, tx, {
    topic: CHECK_PAYMENT,
    payload: { userId, paymentId },
    runAt: new Date(ctx.now().getTime() + FIRST_CHECK_MS),
  });
  return made!;
}

/** 6-32 characters of [0-9A-Za-z]. */
export const tradeNoOf = (paymentId: string) => `T${paymentId}`;
