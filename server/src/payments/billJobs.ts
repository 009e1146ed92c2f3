import type { Platform } from '@jishi/contract/plain/platforms';
import { startOf } from '../beijing';
import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';
import { enqueue, keepStanding, type JobHandlers } from '../jobs';
import type { BillLine } from '../platform/types';
import { nextTry, unlessAway } from './backOff';
import { addDays, billedPlatforms, lastBilledDay, nextMorning } from './billDays';
import { compareBill } from './compareBill';
import { forgetNotices } from './noteNotice';
import { COMPARE_BILL, PREPARE_BILLS } from './topics';

const FIRST_WAIT_MS = 10 * 60_000;
/** A bill that is not there by then will never be. */
const PATIENCE_DAYS = 4;
/** After a longer standstill older days are left to a person. */
const MOST_DAYS = 7;

/** The daily job's row. */
const DAILY = { shard: 0, jobId: '1' };

/** Called at every start. */
export const startReconciliation = (ctx: Context) => keepStanding(ctx, DAILY, PREPARE_BILLS);

export const billJobs: JobHandlers = {
  /** Every morning: a job for each bill that is due, and what is old of the callbacks is forgotten. */
  async [PREPARE_BILLS](ctx) {
    for (const platform of billedPlatforms(ctx)) await prepareBills(ctx, platform);
    await forgetNotices(ctx);
    return { waitUntil: nextMorning(ctx.now()) };
  },

  /** Asks until the bill is there. */
  async [COMPARE_BILL](ctx, payload, attempt) {
    const { platform, day } = payload as { platform: Platform; day: string };
    const lines = await fetchBill(ctx, platform, day);
    if (lines === 'unsupported') return giveUp(ctx, platform, day, 'unsupported');
    if (lines) {
      await compareBill(ctx, { platform, day, lines });
      return undefined;
    }
    if (ctx.now() > startOf(addDays(day, PATIENCE_DAYS))) return giveUp(ctx, platform, day, 'missing');
    return nextTry(ctx, attempt, FIRST_WAIT_MS);
  },
};

/** The days since the last one that was prepared; at the very first time yesterday alone. */
function prepareBills(ctx: Context, platform: Platform): Promise<void> {
  return ctx.db.tx(async (tx) => {
    const until = lastBilledDay(ctx.now());
    const [last] = await tx.query<{ day: string | null }>(
      sql`select max(day) as day from bills where platform = ${platform}`,
    );
    const earliest = addDays(until, 1 - MOST_DAYS);
    let day = last!.day === null ? until : addDays(last!.day, 1);
    if (day < earliest) day = earliest;
    for (; day <= until; day = addDays(day, 1)) {
      const [made] = await tx.query(
        sql`insert into bills (platform, day, bill_id, state) values (${platform}, ${day}, ${ctx.makeId()}, 'waiting')
          on conflict do nothing returning day`,
      );
      if (made) await enqueue(ctx, tx, { topic: COMPARE_BILL, payload: { platform, day } });
    }
  });
}

async function fetchBill(ctx: Context, platform: Platform, day: string): Promise<BillLine[] | null | 'unsupported'> {
  try {
    return await unlessAway(ctx.platforms[platform].fetchBill(day));
  } catch (error) {
    if (error instanceof AppError && error.code === 'unsupported') return 'unsupported';
    throw error;
  }
}

async function giveUp(ctx: Context, platform: Platform, day: string, state: 'missing' | 'unsupported'): Promise<void> {
  await ctx.db.query(
    sql`update bills set state = ${state} where platform = ${platform} and day = ${day} and state = 'waiting'`,
  );
}
