import type { Context } from '../context';
import { keepStanding, type JobHandlers } from '../jobs';
import { expireAll } from './expireAll';
import { settleOrderPoints } from './orderPoints';
import { ORDER_POINTS } from './topics';

const EXPIRE = 'points.expire';
const HOUR_MS = 3_600_000;

export const pointsJobs: JobHandlers = {
  async [ORDER_POINTS](ctx, { userId, orderId }) {
    await ctx.db.tx((tx) => settleOrderPoints(ctx, tx, { userId: userId!, orderId: orderId! }));
  },
  async [EXPIRE](ctx) {
    await expireAll(ctx);
    return { waitUntil: new Date(ctx.now().getTime() + HOUR_MS) };
  },
};

/** Called at every start. */
export const startExpiry = (ctx: Context) => keepStanding(ctx, { shard: 0, jobId: '9' }, EXPIRE);
