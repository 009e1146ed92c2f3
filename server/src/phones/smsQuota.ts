import { isIPv6 } from 'node:net';
import { hashToken } from '../auth';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { AppError } from '../errors';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const RESEND_AFTER_MS = MINUTE_MS;

interface Limit {
  source: string;
  most: number;
  windowMs: number;
  gapMs: number;
}

export interface Sender {
  phone: string;
  deviceId: string;
  ip: string;
}

/** Only hashes are kept. Many phones share an address of their carrier; an IPv6 household counts as one. */
function limitsFor({ phone, deviceId, ip }: Sender): Limit[] {
  const network = isIPv6(ip) ? ip.split(':').slice(0, 4).join(':') : ip;
  return [
    { source: hashToken(`address ${network}`), most: 100, windowMs: HOUR_MS, gapMs: 0 },
    { source: hashToken(`device ${deviceId}`), most: 20, windowMs: DAY_MS, gapMs: 0 },
    { source: hashToken(`phone ${phone}`), most: 10, windowMs: DAY_MS, gapMs: RESEND_AFTER_MS },
  ];
}

/** Counts one code before it is sent. Throws `rate_limited` (details: `retryAt`), and then counts nothing. */
export async function takeQuota(ctx: Context, tx: Tx, sender: Sender): Promise<void> {
  const now = ctx.now();
  // always in this order, so that two at once never wait for each other
  for (const { source, most, windowMs, gapMs } of limitsFor(sender)) {
    const until = new Date(now.getTime() + windowMs);
    const nextAt = new Date(now.getTime() + gapMs);
    const [taken] = await tx.query(
      sql`insert into sms_quotas as q (source, sent, until, next_at) values (${source}, 1, ${until}, ${nextAt})
        on conflict (source) do update set sent = case when q.until <= ${now} then 1 else q.sent + 1 end,
          until = case when q.until <= ${now} then excluded.until else q.until end, next_at = excluded.next_at
        where q.next_at <= ${now} and (q.sent < ${most}::int or q.until <= ${now}) returning source`,
    );
    if (!taken) throw new AppError('rate_limited', { retryAt: await retryAt(tx, source, most) });
  }
  await tx.query(sql`delete from sms_quotas where until <= ${now}`);
}

async function retryAt(tx: Tx, source: string, most: number): Promise<string> {
  const [row] = await tx.query<{ at: Date }>(
    sql`select case when sent < ${most}::int then next_at else greatest(until, next_at) end as at
      from sms_quotas where source = ${source}`,
  );
  return row!.at.toISOString();
}

/** A code that never left: the next one need not wait, but counts. */
export async function giveBackMinute(ctx: Context, { phone }: Pick<Sender, 'phone'>): Promise<void> {
  await ctx.db.query(sql`update sms_quotas set next_at = ${ctx.now()} where source = ${hashToken(`phone ${phone}`)}`);
}
