import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { enqueue } from '../jobs';
import { log } from './paymentLog';
import { leftFen, markWhole, refundNoOf } from './refunds';
import { renumber } from './settleRefund';
import { SEND_REFUND } from './topics';

/**
 * A person's decision to try a failed refund once more, under a new number. Throws `not_found`, `conflict` for one that
 * has not failed, `refund_too_high` when the money has been promised to another refund meanwhile.
 */
export function retryRefund(ctx: Context, refundId: string): Promise<{ refundNo: string }> {
  return ctx.db.tx(async (tx) => {
    const [owner] = await tx.query<{ user_id: string; payment_id: string }>(
      sql`select r.user_id, r.payment_id from refund_numbers n
        join refunds r on r.user_id = n.user_id and r.refund_id = n.refund_id
        where n.refund_no = ${refundNoOf(refundId, 1)}`,
    );
    if (!owner) throw new AppError('not_found');
    const { user_id: userId, payment_id: paymentId } = owner;
    await tx.query(sql`select 1 from payments where user_id = ${userId} and payment_id = ${paymentId} for update`);
    const [refund] = await tx.query<{ user_id: string; refund_id: string; attempt: number; amount_fen: string }>(
      sql`select user_id, refund_id, attempt, amount_fen from refunds
        where user_id = ${userId} and refund_id = ${refundId} and state = 'failed' for update`,
    );
    if (!refund) throw new AppError('conflict');
    const left = await leftFen(tx, userId, paymentId);
    if (Number(refund.amount_fen) > left) throw new AppError('refund_too_high', { leftFen: left });
    const refundNo = await renumber(tx, refund);
    await markWhole(tx, userId, paymentId);
    await log(ctx, tx, owner, 'refund_retried', { refundNo });
    await enqueue(ctx, tx, { topic: SEND_REFUND, payload: { userId, refundId } });
    return { refundNo };
  });
}
