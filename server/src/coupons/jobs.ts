import type { Context } from '../context';
import { keepStanding, type JobHandlers } from '../jobs';
import { expireCoupons } from './endHeld';

const EXPIRE_COUPONS = 'coupons.expire';
const HOUR_MS = 3_600_000;

export const startCouponExpiry = (ctx: Context) => keepStanding(ctx, { shard: 0, jobId: '8' }, EXPIRE_COUPONS);

export const couponJobs: JobHandlers = {
  async [EXPIRE_COUPONS](ctx) {
    await expireCoupons(ctx);
    return new Date(ctx.now().getTime() + HOUR_MS);
  },
};
