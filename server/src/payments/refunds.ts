import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';
import { enqueue } from '../jobs';
import { log } from './paymentLog';
import { SEND_REFUND } from './topics';

export interface RefundWish {
  userId: string;
  orderId: string;
  /** The payment that paid the order when absent. */
  paymentId?: string;
  fen: number;
  /** Shown to the payer by the platform, at most 80 characters; kept for ever, so never a person's own words. */
  reason: string;
  /** Who asks, `aftersale:<id>`: the same again is the same refund. */
  ref: string;
  /**
   * The outbox job that hears how it ended: its payload gets `userId`, `refundId` and `state`, `succeeded` or `failed`.
   * After a `failed` a person may try again, and `succeeded` may still follow.
   */
  then?: { topic: string; payload: Record<string, string> };
}

/**
 * Asks for money to go back, in the caller's transaction: a job does it if and only if that commits. What is under way
 * and what has gone back never exceed what was paid. Throws `not_found` for another's order or payment, `order_state`
 * for an order that nobody paid, `refund_too_high` with `leftFen`, `idempotency_conflict` for a `ref` that has been
 * used with another amount.
 */
export async function requestRefund(ctx: Context, tx: Tx, wish: RefundWish): Promise<{ refundId: string }> {
  const { userId, orderId, fen, ref } = wish;
  if (!Number.isSafeInteger(fen) || fen <= 0) throw new Error(`${fen} fen cannot be refunded`);
  // the order before its payments, as everybody does who locks both
  const [order] = await tx.query<{ state: string }>(
    sql`select state from orders where user_id = ${userId} and order_id = ${orderId} for update`,
  );
  if (!order) throw new AppError('not_found');
  const [known] = await tx.query<{ refund_id: string; amount_fen: string }>(
    sql`select refund_id, amount_fen from refunds where user_id = ${userId} and order_id = ${orderId} and ref = ${ref}`,
  );
  if (known) {
    if (Number(known.amount_fen) !== fen) throw new AppError('idempotency_conflict');
    return { refundId: known.refund_id };
  }
  const paymentId = await lockPaid(tx, wish, order.state);
  // nobody else can ask for a part of it while its row is locked
  const left = await leftFen(tx, userId, paymentId);
  if (fen > left) throw new AppError('refund_too_high', { leftFen: left });
  const refundId = ctx.makeId();
  const refundNo = refundNoOf(refundId, 1);
  await tx.query(
    sql`with number as (
        insert into refund_numbers (refund_no, user_id, refund_id) values (${refundNo}, ${userId}, ${refundId})
      )
      insert into refunds (user_id, refund_id, payment_id, order_id, refund_no, amount_fen, reason, state, ref,
        then_topic, then_payload, created_at)
      values (${userId}, ${refundId}, ${paymentId}, ${orderId}, ${refundNo}, ${fen}, ${wish.reason.slice(0, 80)},
        'requested', ${ref}, ${wish.then?.topic ?? null}, ${wish.then ? JSON.stringify(wish.then.payload) : null},
        ${ctx.now()})`,
  );
  await markWhole(tx, userId, paymentId);
  await log(ctx, tx, { user_id: userId, payment_id: paymentId }, 'refund_requested', { refundNo, fen, ref });
  await enqueue(ctx, tx, { topic: SEND_REFUND, payload: { userId, refundId } });
  return { refundId };
}

/** 6-32 characters of [0-9A-Za-z]. The first one also leads from the refund's id to its owner. */
export const refundNoOf = (refundId: string, attempt: number) => `R${refundId}${attempt > 1 ? `N${attempt}` : ''}`;

/** The one that money for an order which could not take it goes back under. */
export const lateRef = (paymentId: string) => `late:${paymentId}`;

async function lockPaid(tx: Tx, { userId, orderId, paymentId }: RefundWish, orderState: string): Promise<string> {
  const [payment] = paymentId
    ? await tx.query<{ payment_id: string }>(
        sql`select payment_id from payments where user_id = ${userId} and order_id = ${orderId}
          and payment_id = ${paymentId} and paid_at is not null for update`,
      )
    : await tx.query<{ payment_id: string }>(
        sql`select payment_id from payments p where user_id = ${userId} and order_id = ${orderId} and paid_at is not null
          and not exists (select 1 from refunds r where r.user_id = p.user_id and r.payment_id = p.payment_id
            and r.ref = 'late:' || p.payment_id)
          for update`,
      );
  if (payment) return payment.payment_id;
  throw paymentId ? new AppError('not_found') : new AppError('order_state', { state: orderState });
}

/** What can still go back of a payment, in fen; its row must be locked. */
export async function leftFen(tx: Tx, userId: string, paymentId: string): Promise<number> {
  const [row] = await tx.query<{ left: string }>(
    sql`select p.amount_fen - coalesce(sum(r.amount_fen), 0)::bigint as left
      from payments p left join refunds r on r.user_id = p.user_id and r.payment_id = p.payment_id and r.state <> 'failed'
      where p.user_id = ${userId} and p.payment_id = ${paymentId} group by p.amount_fen`,
  );
  return Number(row!.left);
}

/** A payment of which all is on its way back says so to the shopper. */
export async function markWhole(tx: Tx, userId: string, paymentId: string): Promise<void> {
  if ((await leftFen(tx, userId, paymentId)) > 0) return;
  await tx.query(
    sql`update payments set state = 'refunding'
      where user_id = ${userId} and payment_id = ${paymentId} and state = 'paid'`,
  );
}
