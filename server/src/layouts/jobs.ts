import { dayOf, startOf } from '../beijing';
import type { Context } from '../context';
import { keepStanding, type JobHandlers } from '../jobs';
import { foldViews } from './foldViews';
import { countReach } from './reach';

const COUNT_REACH = 'layout.reach';
const FOLD_VIEWS = 'layout.fold';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const layoutJobs: JobHandlers = {
  async [COUNT_REACH](ctx) {
    await countReach(ctx);
    return { waitUntil: new Date(ctx.now().getTime() + HOUR_MS) };
  },
  async [FOLD_VIEWS](ctx) {
    await foldViews(ctx);
    return { waitUntil: nextNight(ctx.now()) };
  },
};

/** Four in Beijing, when few are awake. */
const nextNight = (now: Date) => new Date(startOf(dayOf(new Date(now.getTime() + DAY_MS))).getTime() + 4 * HOUR_MS);

/** Called at every start. */
export async function startLayoutUpkeep(ctx: Context): Promise<void> {
  await keepStanding(ctx, { shard: 0, jobId: '3' }, COUNT_REACH);
  await keepStanding(ctx, { shard: 0, jobId: '4' }, FOLD_VIEWS);
}
