import type { Context } from '../context';
import { sql } from '../db/db';
import { AppError } from '../errors';

/** Wrong codes that an employee or a cash desk may send before they have to wait, and for how long these count. */
export const MAX_WRONG = 20;
const WINDOW_MS = 10 * 60_000;

/** Counted before the code is looked at, so that guesses sent all at once are counted too; a right one is taken back. */
export async function countTry(ctx: Context, source: string): Promise<void> {
  const now = ctx.now();
  const until = new Date(now.getTime() + WINDOW_MS);
  const [row] = await ctx.db.query<{ tries: number; until: Date }>(
    sql.named('till.try')`insert into till_tries as t (source, tries, until) values (${source}, 1, ${until})
      on conflict (source) do update set
        tries = case when t.until <= ${now}::timestamptz then 1 else t.tries + 1 end,
        until = case when t.until <= ${now}::timestamptz then excluded.until else t.until end
      returning tries, until`,
  );
  if (row!.tries > MAX_WRONG) throw new AppError('rate_limited', { retryAt: row!.until.toISOString() });
}

export async function forgetTry(ctx: Context, source: string): Promise<void> {
  await ctx.db.query(
    sql.named('till.untry')`update till_tries set tries = greatest(tries - 1, 0) where source = ${source}`,
  );
}
