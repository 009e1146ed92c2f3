import type { PaymentState } from '@jishi/contract/plain/payments';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import type { JobHandlers } from '../jobs';
import { confirmByItself } from '../orders/confirmOrder';
import { CONFIRM_ORDER } from '../orders/moveOrder';
import { EXPIRE_ORDER } from '../orders/placeOrder';
import { nextTry, unlessAway } from './backOff';
import { billJobs } from './billJobs';
import type { OpenPayment } from './checkPayment';
import { closeOrder } from './closeOrder';
import { tradeNoOf } from './openPayment';
import { refundJobs } from './refundJob';
import { settlePayment } from './settlePayment';
import { CHECK_PAYMENT } from './topics';

interface CheckedPayment extends OpenPayment {
  state: PaymentState;
  order_state: string;
  expires_at: Date;
}

const FIRST_WAIT_MS = 60_000;

export const paymentJobs: JobHandlers = {
  ...refundJobs,
  ...billJobs,

  /** Nobody paid in time. */
  async [EXPIRE_ORDER](ctx, payload, attempt) {
    const closed = closeOrder(ctx, payload.userId!, payload.orderId!, 'expired').then(() => true);
    return (await unlessAway(closed)) ? undefined : nextTry(ctx, attempt, FIRST_WAIT_MS);
  },

  [CONFIRM_ORDER]: (ctx, payload) => confirmByItself(ctx, payload.userId!, payload.orderId!),

  /**
   * Asks the platform about a payment whose callback never came, less and less often. Once nobody should pay any more
   * it asks for the trade to be closed, and stops when the platform says that nobody can.
   */
  async [CHECK_PAYMENT](ctx, payload, attempt) {
    const payment = await readPayment(ctx.db, payload.paymentId!);
    if (payment.state !== 'paying' && payment.state !== 'closed') return undefined;
    const isOver = payment.state === 'closed' || payment.order_state !== 'unpaid';
    const report = await unlessAway(ask(ctx, payment, isOver));
    const state = report && (await settlePayment(ctx, report, isOver ? 'close' : 'query'));
    if (state === 'closed') {
      // where a trade is made by the payer's opening it, it could still be opened until the order's time is over
      const isGone = report!.state === 'closed' || (report!.state !== 'open' && ctx.now() > payment.expires_at);
      if (isGone) return undefined;
    } else if (state !== null && state !== 'paying') return undefined;
    return nextTry(ctx, attempt, FIRST_WAIT_MS);
  },
};

function ask(ctx: Context, payment: OpenPayment, isOver: boolean) {
  const adapter = ctx.platforms[payment.platform];
  const trade = { appId: payment.app_id, tradeNo: payment.trade_no };
  return isOver ? adapter.closePayment(trade) : adapter.queryPayment(trade);
}

/** Found by its number, which never moves to another payment; the person may have another id by now. */
async function readPayment(db: Queryable, paymentId: string): Promise<CheckedPayment> {
  const [row] = await db.query<CheckedPayment>(
    sql`select p.platform, p.app_id, p.trade_no, p.state, o.state as order_state, o.expires_at
      from trade_numbers n join payments p on p.user_id = n.user_id and p.payment_id = n.payment_id
      join orders o on o.user_id = p.user_id and o.order_id = p.order_id
      where n.trade_no = ${tradeNoOf(paymentId)}`,
  );
  if (!row) throw new Error(`no payment ${paymentId}`);
  return row;
}
