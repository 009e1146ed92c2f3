import type { z } from 'zod';
import type { AdminNotice, Bill, BillDifference } from '@jishi/contract/admin/payments';
import type { NoticeOutcome } from '@jishi/contract/plain/payments';
import type { Platform } from '@jishi/contract/plain/platforms';
import { newestFirst } from '../adminPage';
import { sql, type Queryable } from '../db/db';

interface Page {
  limit: number;
  cursor?: string;
}
type Paged<T> = Promise<{ items: T[]; nextCursor: string | null }>;
type NoticeBody = z.output<typeof AdminNotice>;
type BillBody = z.output<typeof Bill>;
type DifferenceBody = z.output<typeof BillDifference>;

/** Callbacks of one outcome, newest first. */
export async function listNotices(
  db: Queryable,
  { outcome, limit, cursor }: Page & { outcome: NoticeOutcome },
): Paged<NoticeBody> {
  const rows = await db.query<Omit<NoticeBody, 'receivedAt'> & { receivedAt: Date }>(
    sql`select notice_key as id, platform, notice_id as "noticeId", outcome, reason, trade_no as "tradeNo",
        refund_no as "refundNo", body_hash as "bodyHash", received_at as "receivedAt"
      from payment_notices
      where outcome = ${outcome} and (${cursor ?? null}::bigint is null or notice_key < ${cursor ?? null}::bigint)
      order by notice_key desc limit ${limit + 1}::int`,
  );
  return newestFirst(
    rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })),
    limit,
  );
}

/** What became of each day's bill, newest first. */
export async function listBills(
  db: Queryable,
  { platform = null, limit, cursor }: Page & { platform?: Platform | null },
): Paged<BillBody> {
  const rows = await db.query<Omit<BillBody, 'comparedAt'> & { comparedAt: Date | null }>(
    sql`select bill_id as id, platform, day, state, line_count as "lineCount", difference_count as "differenceCount",
        compared_at as "comparedAt"
      from bills
      where (${platform}::text is null or platform = ${platform}::text)
        and (${cursor ?? null}::bigint is null or bill_id < ${cursor ?? null}::bigint)
      order by bill_id desc limit ${limit + 1}::int`,
  );
  return newestFirst(
    rows.map((row) => ({ ...row, comparedAt: row.comparedAt?.toISOString() ?? null })),
    limit,
  );
}

/** Where the books differ, newest first. */
export async function listDifferences(
  db: Queryable,
  { platform = null, day = null, limit, cursor }: Page & { platform?: Platform | null; day?: string | null },
): Paged<DifferenceBody> {
  const rows = await db.query<
    Omit<DifferenceBody, 'ourFen' | 'theirFen'> & { ourFen: string | null; theirFen: string | null }
  >(
    sql`select difference_id as id, platform, day, kind, trade_no as "tradeNo", refund_no as "refundNo",
        our_fen as "ourFen", their_fen as "theirFen"
      from bill_differences
      where (${platform}::text is null or platform = ${platform}::text) and (${day}::text is null or day = ${day}::text)
        and (${cursor ?? null}::bigint is null or difference_id < ${cursor ?? null}::bigint)
      order by difference_id desc limit ${limit + 1}::int`,
  );
  const fen = (value: string | null) => (value === null ? null : Number(value));
  return newestFirst(
    rows.map((row) => ({ ...row, ourFen: fen(row.ourFen), theirFen: fen(row.theirFen) })),
    limit,
  );
}
