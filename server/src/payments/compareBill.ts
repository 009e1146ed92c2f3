import type { BillDifferenceKind } from '@jishi/contract/plain/payments';
import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { enqueue } from '../jobs';
import type { BillLine } from '../platform/types';
import { addDays } from './billDays';
import { readOurMoves, readUnbilled, type OurMove } from './billedMoves';
import { CHECK_PAYMENT } from './topics';

/** One line on which the two books differ. */
export interface Difference {
  kind: BillDifferenceKind;
  tradeNo: string;
  refundNo: string | null;
  ourFen: number | null;
  theirFen: number | null;
}

/**
 * Compares a platform's bill of a day with our books and keeps what differs. Again it gives the same. A payment that
 * only the platform knows of is asked about: its money then pays the order or goes back.
 */
export async function compareBill(
  ctx: Context,
  { platform, day, lines }: { platform: Platform; day: string; lines: readonly BillLine[] },
): Promise<Difference[]> {
  const differences = await ctx.db.tx(async (tx) => {
    const ours = await readOurMoves(tx, lines);
    await markBilled(tx, day, lines);
    const found = [...compareLines(lines, ours), ...(await findUnbilled(tx, platform, day))];
    await keep(ctx, tx, { platform, day, lines: lines.length }, found);
    for (const { kind, tradeNo, refundNo } of found) {
      const move = refundNo === null ? ours.get(tradeNo) : undefined;
      if (kind !== 'missing_here' || !move) continue;
      const { userId, paymentId } = move;
      await enqueue(ctx, tx, { topic: CHECK_PAYMENT, payload: { userId, paymentId } });
    }
    return found;
  });
  ctx.kickJobs();
  return differences;
}

function compareLines(lines: readonly BillLine[], ours: ReadonlyMap<string, OurMove>): Difference[] {
  const seen = new Set<string>();
  return lines.flatMap(({ tradeNo, refundNo, fen }): Difference[] => {
    const key = refundNo ?? tradeNo;
    const move = ours.get(key);
    const isKnown = move !== undefined && move.isMoved && !seen.has(key);
    seen.add(key);
    const line = { tradeNo, refundNo, theirFen: fen };
    if (!isKnown) return [{ kind: 'missing_here', ...line, ourFen: null }];
    return move.fen === fen ? [] : [{ kind: 'amount', ...line, ourFen: move.fen }];
  });
}

/** Ours of that day which no bill has. */
async function findUnbilled(tx: Tx, platform: Platform, day: string): Promise<Difference[]> {
  const [before] = await tx.query(
    sql`select 1 from bills where platform = ${platform} and day = ${addDays(day, -1)} and state = 'compared'`,
  );
  const rows = await readUnbilled(tx, { platform, day, hasDayBefore: before !== undefined });
  return rows.map(({ tradeNo, refundNo, fen }) => ({
    kind: 'missing_there',
    tradeNo,
    refundNo,
    ourFen: fen,
    theirFen: null,
  }));
}

/** What a bill has is not looked for in another one, also when we hear of it later. */
async function markBilled(tx: Tx, day: string, lines: readonly BillLine[]): Promise<void> {
  const tradeNos = lines.filter((line) => line.refundNo === null).map((line) => line.tradeNo);
  const refundNos = lines.flatMap((line) => line.refundNo ?? []);
  await tx.query(
    sql`update payments p set billed_on = ${day} from trade_numbers n
      where n.trade_no = any(${tradeNos}::text[]) and p.user_id = n.user_id and p.payment_id = n.payment_id
        and p.billed_on is null`,
  );
  await tx.query(
    sql`update refunds r set billed_on = ${day} from refund_numbers n
      where n.refund_no = any(${refundNos}::text[]) and r.user_id = n.user_id and r.refund_id = n.refund_id
        and r.refund_no = n.refund_no and r.billed_on is null`,
  );
}

async function keep(
  ctx: Context,
  tx: Tx,
  { platform, day, lines }: { platform: Platform; day: string; lines: number },
  found: readonly Difference[],
): Promise<void> {
  await tx.query(sql`delete from bill_differences where platform = ${platform} and day = ${day}`);
  for (const { kind, tradeNo, refundNo, ourFen, theirFen } of found) {
    await tx.query(
      sql`insert into bill_differences (platform, day, difference_id, kind, trade_no, refund_no, our_fen, their_fen)
        values (${platform}, ${day}, ${ctx.makeId()}, ${kind}, ${tradeNo}, ${refundNo}, ${ourFen}, ${theirFen})`,
    );
  }
  await tx.query(
    sql`insert into bills (platform, day, bill_id, state, line_count, difference_count, compared_at)
      values (${platform}, ${day}, ${ctx.makeId()}, 'compared', ${lines}, ${found.length}, ${ctx.now()})
      on conflict (platform, day) do update set state = 'compared', line_count = excluded.line_count,
        difference_count = excluded.difference_count, compared_at = excluded.compared_at`,
  );
}
