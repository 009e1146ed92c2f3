import type { Platform } from '@jishi/contract/plain/platforms';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';

/** A callback that nothing is done about. */
export interface IdleNotice {
  platform: Platform;
  outcome: 'repeated' | 'refused';
  reason: string;
  /** Null: it was not believed. */
  noticeId: string | null;
  bodyHash: string;
}

const ROWS_AN_HOUR = 100;
const HOUR_MS = 3_600_000;
const KEPT_MS = 90 * 24 * HOUR_MS;

/** Counts it, and writes the first hundred of an hour down: a stranger's flood must not fill the disk. */
export async function noteNotice(ctx: Context, db: Queryable, notice: IdleNotice): Promise<void> {
  const { platform, outcome, reason, noticeId, bodyHash } = notice;
  const now = ctx.now();
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  await db.query(
    sql`with counted as (
        insert into notice_counts as c (platform, outcome, reason, hour, count)
        values (${platform}, ${outcome}, ${reason}, ${hour}, 1)
        on conflict (platform, outcome, reason, hour) do update set count = c.count + 1 returning c.count
      )
      insert into payment_notices (platform, notice_key, notice_id, outcome, reason, body_hash, received_at)
      select ${platform}, ${ctx.makeId()}::bigint, ${noticeId}, ${outcome}, ${reason}, ${bodyHash}, ${now}::timestamptz
      from counted where count <= ${ROWS_AN_HOUR}::int`,
  );
}

/** Forgets what nothing was done about after three months. */
export async function forgetNotices(ctx: Context): Promise<void> {
  const before = new Date(ctx.now().getTime() - KEPT_MS);
  await ctx.db.query(
    sql`delete from payment_notices where outcome in ('refused', 'repeated') and received_at < ${before}`,
  );
  await ctx.db.query(sql`delete from notice_counts where hour < ${before}`);
}
