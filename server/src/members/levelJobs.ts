import { dayOf, startOf } from '../beijing';
import type { Context } from '../context';
import { sql } from '../db/db';
import { keepStanding, type JobHandlers } from '../jobs';
import { PLACE_LEVEL, placeLevels } from './placeLevels';

const PLACE_ALL = 'members.place_all';
const BATCH = 500;
const HOUR_MS = 3_600_000;

export const levelJobs: JobHandlers = {
  async [PLACE_LEVEL](ctx, { userId }) {
    await ctx.db.tx((tx) => placeLevels(ctx, tx, [userId!]));
  },
  /** Growth runs out by itself, and so does a time of grace. */
  async [PLACE_ALL](ctx) {
    await placeAll(ctx);
    return { waitUntil: nextNight(ctx.now()) };
  },
};

/** Looks at everybody who has a card, some at a time. Answers how many moved. */
export async function placeAll(ctx: Context): Promise<number> {
  let moved = 0;
  for (let after = '0'; ;) {
    const rows = await ctx.db.query<{ userId: string }>(
      sql.named('members.page')`select user_id as "userId" from members where user_id > ${after}
        order by user_id limit ${BATCH}`,
    );
    const people = rows.map(({ userId }) => userId);
    moved += await ctx.db.tx((tx) => placeLevels(ctx, tx, people));
    if (people.length < BATCH) return moved;
    after = people.at(-1)!;
  }
}

/** Three in Beijing, before anybody looks at their card. */
const nextNight = (now: Date) =>
  new Date(startOf(dayOf(new Date(now.getTime() + 24 * HOUR_MS))).getTime() + 3 * HOUR_MS);

/** Called at every start. */
export const startLevels = (ctx: Context) => keepStanding(ctx, { shard: 0, jobId: '7' }, PLACE_ALL);
