import type { RefundState } from '@jishi/contract/plain/payments';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { enqueue } from '../jobs';
import { tellRefunded } from '../orders/tellShopper';
import type { RefundReport } from '../platform/types';
import { log, type ReportOrigin } from './paymentLog';
import { lateRef, refundNoOf } from './refunds';
import { applied, faultOf, ignored, unknown, type Applied, type NoticeSender } from './noticeSender';

interface RefundRow {
  user_id: string;
  refund_id: string;
  payment_id: string;
  refund_no: string;
  attempt: number;
  amount_fen: string;
  state: RefundState;
  ref: string;
  then_topic: string | null;
  then_payload: Record<string, string> | null;
}

/** How often a refund is tried under a new number before it waits for a person. */
const MAX_ATTEMPTS = 3;

/** Applies what the platform says about a refund. Answers the refund's state, or null for one that is not ours. */
export async function settleRefund(
  ctx: Context,
  report: RefundReport,
  origin: ReportOrigin,
): Promise<RefundState | null> {
  const { state } = await ctx.db.tx((tx) => applyRefundReport(ctx, tx, report, origin));
  ctx.kickJobs();
  return state;
}

/**
 * The same inside the caller's transaction, however often and in whatever order it is said. Only the platform's
 * `succeeded` with the right amount counts as money that went back.
 */
export async function applyRefundReport(
  ctx: Context,
  tx: Tx,
  report: RefundReport,
  origin: ReportOrigin,
  sender?: NoticeSender,
): Promise<Applied<RefundState>> {
  const refund = await lockRefund(tx, report.refundNo, sender);
  if (typeof refund === 'string') return unknown(refund);
  await log(ctx, tx, refund, origin, report);
  if (refund.state === 'succeeded') return ignored(refund.state, whyNothing(refund, report));
  if (report.state === 'succeeded') return succeed(ctx, tx, refund, report);
  // what an earlier number came to is settled: that is why there is another one
  if (report.refundNo !== refund.refund_no || refund.state === 'failed') return ignored(refund.state, 'nothing_new');
  if (report.state === 'failed') return fail(ctx, tx, refund);
  const state = report.state === 'processing' ? 'processing' : origin === 'query' ? 'requested' : refund.state;
  if (state === refund.state) return ignored(state, 'nothing_new');
  await tx.query(
    sql`update refunds set state = ${state} where user_id = ${refund.user_id} and refund_id = ${refund.refund_id}`,
  );
  return applied(state);
}

/** Two numbers of one refund that both gave money back: a person has to look. */
const whyNothing = (refund: RefundRow, report: RefundReport) =>
  report.state === 'succeeded' && report.refundNo !== refund.refund_no ? 'refunded_twice' : 'nothing_new';

async function lockRefund(
  tx: Tx,
  refundNo: string,
  sender: NoticeSender | undefined,
): Promise<RefundRow | 'unknown_refund' | 'platform' | 'app_id'> {
  const [owner] = await tx.query<{ user_id: string; refund_id: string; payment_id: string }>(
    sql`select r.user_id, r.refund_id, r.payment_id from refund_numbers n
      join refunds r on r.user_id = n.user_id and r.refund_id = n.refund_id where n.refund_no = ${refundNo}`,
  );
  if (!owner) return 'unknown_refund';
  const [payment] = await tx.query<{ platform: string; app_id: string }>(
    sql`select platform, app_id from payments
      where user_id = ${owner.user_id} and payment_id = ${owner.payment_id} for update`,
  );
  const fault = faultOf(sender, payment!);
  if (fault) return fault;
  const [refund] = await tx.query<RefundRow>(
    sql`select user_id, refund_id, payment_id, refund_no, attempt, amount_fen, state, ref, then_topic, then_payload
      from refunds where user_id = ${owner.user_id} and refund_id = ${owner.refund_id} for update`,
  );
  return refund!;
}

async function succeed(ctx: Context, tx: Tx, refund: RefundRow, report: RefundReport): Promise<Applied<RefundState>> {
  const fen = Number(refund.amount_fen);
  if (report.refundedFen !== fen) {
    await log(ctx, tx, refund, 'amount_mismatch', report);
    return ignored(refund.state, 'amount_mismatch');
  }
  const { user_id: userId, refund_id: refundId, payment_id: paymentId } = refund;
  await tx.query(
    sql`update refunds set state = 'succeeded', refund_no = ${report.refundNo}, settled_at = ${ctx.now()}
      where user_id = ${userId} and refund_id = ${refundId}`,
  );
  await tx.query(
    sql`update payments set refunded_fen = refunded_fen + ${fen}::bigint,
        state = case when refunded_fen + ${fen}::bigint = amount_fen then 'refunded' else state end
      where user_id = ${userId} and payment_id = ${paymentId}`,
  );
  await tell(ctx, tx, refund, 'succeeded');
  await tellRefunded(ctx, tx, userId, refundId);
  return applied('succeeded');
}

/** Once more under another number, which the platform has never heard of; after some tries a person decides. */
async function fail(ctx: Context, tx: Tx, refund: RefundRow): Promise<Applied<RefundState>> {
  if (refund.attempt < MAX_ATTEMPTS) {
    await renumber(tx, refund);
    return applied('requested');
  }
  const { user_id: userId, refund_id: refundId, payment_id: paymentId } = refund;
  await tx.query(
    sql`update refunds set state = 'failed', settled_at = ${ctx.now()} where user_id = ${userId} and refund_id = ${refundId}`,
  );
  // money that the shop may not keep stays on its way back
  if (refund.ref !== lateRef(paymentId)) {
    await tx.query(
      sql`update payments set state = 'paid'
        where user_id = ${userId} and payment_id = ${paymentId} and state = 'refunding'`,
    );
  }
  await tell(ctx, tx, refund, 'failed');
  return applied('failed');
}

/** Gives a refund its next number: it is to be asked for anew. */
export async function renumber(tx: Tx, refund: Pick<RefundRow, 'user_id' | 'refund_id' | 'attempt'>): Promise<string> {
  const attempt = refund.attempt + 1;
  const refundNo = refundNoOf(refund.refund_id, attempt);
  await tx.query(
    sql`with number as (
        insert into refund_numbers (refund_no, user_id, refund_id) values (${refundNo}, ${refund.user_id}, ${refund.refund_id})
      )
      update refunds set state = 'requested', refund_no = ${refundNo}, attempt = ${attempt}, settled_at = null
      where user_id = ${refund.user_id} and refund_id = ${refund.refund_id}`,
  );
  return refundNo;
}

async function tell(ctx: Context, tx: Tx, refund: RefundRow, state: 'succeeded' | 'failed'): Promise<void> {
  if (!refund.then_topic) return;
  // the person may have another id than when it was asked for
  const payload = { ...refund.then_payload, userId: refund.user_id, refundId: refund.refund_id, state };
  await enqueue(ctx, tx, { topic: refund.then_topic, payload });
}
