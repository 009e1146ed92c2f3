import type { Platform } from '@jishi/contract/plain/platforms';
import { startOf } from '../beijing';
import { sql, type Tx } from '../db/db';
import type { BillLine } from '../platform/types';
import { addDays } from './billDays';

/** A payment or a refund of ours that a bill names. */
export interface OurMove {
  userId: string;
  paymentId: string;
  fen: number;
  /** Our books have it, too: paid, or asked to go back. */
  isMoved: boolean;
}

/**
 * Two clocks never agree: what moved so short a time before midnight may be in the next day's bill, and is looked for
 * when that one is here.
 */
const EDGE_MS = 15 * 60_000;

/** By trade number for payments, by refund number for refunds. */
export async function readOurMoves(tx: Tx, lines: readonly BillLine[]): Promise<Map<string, OurMove>> {
  const numbers = lines.map((line) => line.refundNo ?? line.tradeNo);
  const rows = await tx.query<Omit<OurMove, 'fen'> & { number: string; fen: string }>(
    sql`select n.trade_no as number, p.user_id as "userId", p.payment_id as "paymentId", p.amount_fen as fen,
        p.paid_at is not null as "isMoved"
      from trade_numbers n join payments p on p.user_id = n.user_id and p.payment_id = n.payment_id
      where n.trade_no = any(${numbers}::text[])
      union all
      select n.refund_no, r.user_id, r.payment_id, r.amount_fen, r.refund_no = n.refund_no and r.state <> 'failed'
      from refund_numbers n join refunds r on r.user_id = n.user_id and r.refund_id = n.refund_id
      where n.refund_no = any(${numbers}::text[])`,
  );
  return new Map(rows.map(({ number, fen, ...row }) => [number, { ...row, fen: Number(fen) }]));
}

/**
 * What moved on a day by our clock and is in no bill: not in its own, and not in that of the day before, where something
 * is that we heard of after midnight. Without that bill (`hasDayBefore`) the first minutes of the day are left out.
 */
export async function readUnbilled(
  tx: Tx,
  { platform, day, hasDayBefore }: { platform: Platform; day: string; hasDayBefore: boolean },
): Promise<{ tradeNo: string; refundNo: string | null; fen: number }[]> {
  const from = new Date(startOf(day).getTime() + (hasDayBefore ? -EDGE_MS : EDGE_MS));
  const to = new Date(startOf(addDays(day, 1)).getTime() - EDGE_MS);
  const rows = await tx.query<{ tradeNo: string; refundNo: string | null; fen: string }>(
    sql`select trade_no as "tradeNo", null as "refundNo", amount_fen as fen from payments
      where platform = ${platform} and paid_at >= ${from}::timestamptz and paid_at < ${to}::timestamptz
        and billed_on is null and amount_fen > 0
      union all
      select p.trade_no, r.refund_no, r.amount_fen
      from refunds r join payments p on p.user_id = r.user_id and p.payment_id = r.payment_id
      where p.platform = ${platform} and r.settled_at >= ${from}::timestamptz and r.settled_at < ${to}::timestamptz
        and r.state = 'succeeded' and r.billed_on is null`,
  );
  return rows.map((row) => ({ ...row, fen: Number(row.fen) }));
}
