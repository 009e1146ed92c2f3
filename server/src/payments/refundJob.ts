import type { Platform } from '@jishi/contract/plain/platforms';
import type { RefundState } from '@jishi/contract/plain/payments';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import type { JobHandlers } from '../jobs';
import type { RefundReport } from '../platform/types';
import { nextTry, unlessAway } from './backOff';
import { refundNoOf } from './refunds';
import { settleRefund } from './settleRefund';
import { SEND_REFUND } from './topics';

interface SendableRefund {
  state: RefundState;
  refund_no: string;
  amount_fen: string;
  reason: string;
  platform: Platform;
  app_id: string;
  trade_no: string;
  platform_trade_no: string | null;
  total_fen: string;
}

/** Alipay's documents ask for ten seconds before the first query of a refund. */
const FIRST_QUERY_MS = 15_000;

export const refundJobs: JobHandlers = {
  /**
   * Asks the platform for the money to go back, and then how it went, until it says that it has or never will. After
   * a crash or a lost answer it asks again under the same number, which the platform takes for the same refund.
   */
  async [SEND_REFUND](ctx, payload, attempt) {
    const refund = await readRefund(ctx.db, payload.refundId!);
    if (isSettled(refund.state)) return undefined;
    const report = await unlessAway(askPlatform(ctx, refund));
    if (report && isSettled(await settleRefund(ctx, report, refund.state === 'requested' ? 'refund' : 'query')))
      return undefined;
    return nextTry(ctx, attempt, FIRST_QUERY_MS);
  },
};

const isSettled = (state: RefundState | null) => state === 'succeeded' || state === 'failed';

/** Found by its first number, which never moves to another refund; the person may have another id by now. */
async function readRefund(db: Queryable, refundId: string): Promise<SendableRefund> {
  const [row] = await db.query<SendableRefund>(
    sql`select r.state, r.refund_no, r.amount_fen, r.reason, p.platform, p.app_id, p.trade_no, p.platform_trade_no,
        p.amount_fen as total_fen
      from refund_numbers n join refunds r on r.user_id = n.user_id and r.refund_id = n.refund_id
      join payments p on p.user_id = r.user_id and p.payment_id = r.payment_id
      where n.refund_no = ${refundNoOf(refundId, 1)}`,
  );
  if (!row) throw new Error(`no refund ${refundId}`);
  return row;
}

function askPlatform(ctx: Context, refund: SendableRefund): Promise<RefundReport> {
  const adapter = ctx.platforms[refund.platform];
  const trade = { appId: refund.app_id, tradeNo: refund.trade_no, refundNo: refund.refund_no };
  if (refund.state === 'processing') return adapter.queryRefund(trade);
  return adapter.refundPayment({
    ...trade,
    platformTradeNo: refund.platform_trade_no,
    refundFen: Number(refund.amount_fen),
    totalFen: Number(refund.total_fen),
    reason: refund.reason,
  });
}
