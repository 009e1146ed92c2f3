import { dayOf, startOf } from '../beijing';
import type { Context } from '../context';
import { keepStanding, type JobHandlers } from '../jobs';
import { expireAll } from './expireAll';
import { settleOrderPoints } from './orderPoints';
import { remindExpiring } from './remindExpiring';
import { ORDER_POINTS } from './topics';

const EXPIRE = 'points.expire';
const REMIND = 'points.remind';
const HOUR_MS = 3_600_000;

export const pointsJobs: JobHandlers = {
  async [ORDER_POINTS](ctx, { userId, orderId }) {
    await ctx.db.tx((tx) => settleOrderPoints(ctx, tx, { userId: userId!, orderId: orderId! }));
  },
  async [EXPIRE](ctx) {
    await expireAll(ctx);
    return { waitUntil: new Date(ctx.now().getTime() + HOUR_MS) };
  },
  async [REMIND](ctx) {
    await remindExpiring(ctx);
    return { waitUntil: nextMorning(ctx.now()) };
  },
};

/** Ten in Beijing. */
const nextMorning = (now: Date) =>
  new Date(startOf(dayOf(new Date(now.getTime() + 24 * HOUR_MS))).getTime() + 10 * HOUR_MS);

/** Called at every start. */
export async function startExpiry(ctx: Context): Promise<void> {
  await keepStanding(ctx, { shard: 0, jobId: '9' }, EXPIRE);
  await keepStanding(ctx, { shard: 0, jobId: '10' }, REMIND);
}
