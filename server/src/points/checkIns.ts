import type { z } from 'zod';
import type { CheckIns } from '@jishi/contract/points';
import { dayOf } from '../beijing';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { credit } from '../ledger/credit';
import { keepUntil } from './keepUntil';
import { rulesAt } from './rules';

const DAY_MS = 86_400_000;
/** What a calendar shows: this month and the one before it. */
const SHOWN_DAYS = 62;

type CheckInsBody = z.output<typeof CheckIns>;

/** The person is here today: once a day in Beijing, whoever taps twice. */
export async function checkIn(ctx: Context, userId: string): Promise<CheckInsBody> {
  const today = dayOf(ctx.now());
  await ctx.db.tx(async (tx) => {
    const rows = await tx.query(
      sql`insert into check_ins (user_id, day, created_at) values (${userId}, ${today}::date, ${ctx.now()})
        on conflict do nothing returning 1`,
    );
    if (rows.length === 0) return;
    const rules = await rulesAt(tx, ctx.now());
    const streak = await readStreak(tx, userId, today);
    const amount = pointsOf(rules.checkInPoints, streak);
    if (amount === 0) return;
    const reason = `每日签到 · 连续第 ${streak} 天`;
    const expiresAt = keepUntil(ctx.now(), rules.keepDays);
    await credit(ctx, tx, { userId, unit: 'points', kind: 'check_in', ref: today, reason, amount, expiresAt });
  });
  return readCheckIns(ctx, userId);
}

/** The days of the last two months, and what today is worth. */
export async function readCheckIns(ctx: Context, userId: string): Promise<CheckInsBody> {
  const now = ctx.now();
  const today = dayOf(now);
  const since = dayOf(new Date(now.getTime() - SHOWN_DAYS * DAY_MS));
  const rows = await ctx.db.query<{ day: string }>(
    sql`select to_char(day, 'YYYY-MM-DD') as day from check_ins where user_id = ${userId} and day >= ${since}::date
      order by day desc`,
  );
  const days = rows.map(({ day }) => day);
  const isDone = days[0] === today;
  const until = isDone ? today : dayOf(new Date(now.getTime() - DAY_MS));
  const streak = days.includes(until) ? await readStreak(ctx.db, userId, until) : 0;
  const { checkInPoints } = await rulesAt(ctx.db, now);
  return {
    today,
    isDone,
    streak,
    todayPoints: pointsOf(checkInPoints, isDone ? streak : streak + 1),
    days,
    rewards: checkInPoints,
  };
}

/** Days without a gap up to one on which the person was here. */
async function readStreak(db: Queryable, userId: string, until: string): Promise<number> {
  const [row] = await db.query<{ streak: number }>(
    sql`select ${until}::date - max(c.day) + 1 as streak from check_ins c
      where c.user_id = ${userId} and c.day <= ${until}::date and not exists (
        select 1 from check_ins before where before.user_id = c.user_id and before.day = c.day - 1)`,
  );
  return row!.streak;
}

const pointsOf = (rewards: readonly number[], streak: number): number => rewards[(streak - 1) % rewards.length]!;
