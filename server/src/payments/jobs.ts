import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { sql } from '../db/db';
import type { JobHandlers } from '../jobs';
import { confirmByItself } from '../orders/confirmOrder';
import { CONFIRM_ORDER } from '../orders/moveOrder';
import { EXPIRE_ORDER } from '../orders/placeOrder';
import { closeOrder } from './closeOrder';
import { log, settlePayment } from './settlePayment';
import { CHECK_PAYMENT, REFUND_PAYMENT } from './topics';

interface PaymentRow {
  user_id: string;
  payment_id: string;
  platform: Platform;
  trade_no: string;
  amount_fen: string;
  state: string;
}

async function readPayment(ctx: Context, payload: Record<string, string>): Promise<PaymentRow> {
  const [row] = await ctx.db.query<PaymentRow>(
    sql`select user_id, payment_id, platform, trade_no, amount_fen, state from payments
      where user_id = ${payload.userId} and payment_id = ${payload.paymentId}`,
  );
  if (!row) throw new Error(`no payment ${payload.paymentId}`);
  return row;
}

export const paymentJobs: JobHandlers = {
  /** Nobody paid in time. */
  [EXPIRE_ORDER]: (ctx, payload) => closeOrder(ctx, payload.userId!, payload.orderId!, 'expired'),

  [CONFIRM_ORDER]: (ctx, payload) => confirmByItself(ctx, payload.userId!, payload.orderId!),

  /** Asks the platform about a payment whose callback never came, less and less often. */
  async [CHECK_PAYMENT](ctx, payload, attempt) {
    const payment = await readPayment(ctx, payload);
    if (payment.state !== 'paying') return undefined;
    const report = await ctx.platforms[payment.platform].queryPayment(payment.trade_no);
    const state = await settlePayment(ctx, report, 'query');
    if (state !== 'paying') return undefined;
    return new Date(ctx.now().getTime() + Math.min(60_000 * 2 ** (attempt - 1), 3_600_000));
  },

  /** Sends money back that came for an order that could not take it. */
  async [REFUND_PAYMENT](ctx, payload) {
    const payment = await readPayment(ctx, payload);
    if (payment.state !== 'refunding') return;
    const amountFen = Number(payment.amount_fen);
    await ctx.platforms[payment.platform].refundPayment({ tradeNo: payment.trade_no, amountFen });
    await ctx.db.tx(async (tx) => {
      await tx.query(
        sql`update payments set state = 'refunded'
          where user_id = ${payment.user_id} and payment_id = ${payment.payment_id} and state = 'refunding'`,
      );
      await log(ctx, tx, payment, 'refund', { amountFen });
    });
  },
};
