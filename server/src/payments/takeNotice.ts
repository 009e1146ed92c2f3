import type { NoticeOutcome } from '@jishi/contract/plain/payments';
import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { enqueue } from '../jobs';
import type { Notice } from '../platform/types';
import { applied, unknown, type Applied } from './noticeSender';
import { noteNotice } from './noteNotice';
import { applyTradeReport } from './settlePayment';
import { applyRefundReport } from './settleRefund';
import { MODERATION_VERDICT } from './topics';

export interface TakenNotice {
  outcome: NoticeOutcome;
  /** Why it was not applied. */
  reason: string | null;
}

/** What the job of a moderation verdict is given. */
export type ModerationVerdict = Record<'platform' | 'traceId' | 'suggestion' | 'label', string>;

/**
 * Takes a callback that its adapter has verified, in one transaction: its id is claimed, so that the same one again
 * changes nothing, and what it says is applied. `topics` are those that have a job.
 */
export async function takeNotice(
  ctx: Context,
  { platform, notice, bodyHash, topics }: { platform: Platform; notice: Notice; bodyHash: string; topics: string[] },
): Promise<TakenNotice> {
  const taken = await ctx.db.tx(async (tx): Promise<TakenNotice> => {
    const key = await claim(ctx, tx, platform, notice, bodyHash);
    if (key === null) {
      const reason = 'notice_id';
      await noteNotice(ctx, tx, { platform, outcome: 'repeated', reason, noticeId: notice.noticeId, bodyHash });
      return { outcome: 'repeated', reason };
    }
    const { outcome, reason } = await apply(ctx, tx, platform, notice, topics);
    if (outcome === 'ignored') {
      await tx.query(
        sql`update payment_notices set outcome = 'ignored', reason = ${reason}
          where platform = ${platform} and notice_key = ${key}`,
      );
    }
    return { outcome, reason };
  });
  ctx.kickJobs();
  return taken;
}

/** Null when it has been said before; one that is being taken at this moment is waited for. */
async function claim(
  ctx: Context,
  tx: Tx,
  platform: Platform,
  notice: Notice,
  bodyHash: string,
): Promise<string | null> {
  const { report } = notice.kind === 'payment' || notice.kind === 'refund' ? notice : { report: null };
  const refundNo = report && 'refundNo' in report ? report.refundNo : null;
  const [row] = await tx.query<{ notice_key: string }>(
    sql`insert into payment_notices
        (platform, notice_key, notice_id, outcome, kind, trade_no, refund_no, body_hash, received_at)
      values (${platform}, ${ctx.makeId()}, ${notice.noticeId}, 'applied', ${notice.kind}, ${report?.tradeNo ?? null},
        ${refundNo}, ${bodyHash}, ${ctx.now()})
      on conflict do nothing returning notice_key`,
  );
  return row?.notice_key ?? null;
}

async function apply(
  ctx: Context,
  tx: Tx,
  platform: Platform,
  notice: Notice,
  topics: string[],
): Promise<Applied<string>> {
  const sender = { platform, appId: notice.appId };
  switch (notice.kind) {
    case 'payment':
      return applyTradeReport(ctx, tx, notice.report, 'notice', sender);
    case 'refund':
      return applyRefundReport(ctx, tx, notice.report, 'notice', sender);
    case 'moderation': {
      if (!topics.includes(MODERATION_VERDICT)) return unknown('other');
      const { traceId, verdict } = notice;
      const payload: ModerationVerdict = { platform, traceId, ...verdict };
      await enqueue(ctx, tx, { topic: MODERATION_VERDICT, payload });
      return applied('passed_on');
    }
    case 'other':
      return unknown('other');
  }
}
