import type { couponRoutes } from '@jishi/contract/coupons';
import type { Handlers } from '../http';
import { listOffered } from './centre';
import { claimCoupon } from './claimCoupon';
import { listCoupons } from './wallet';

export const couponHandlers: Handlers<typeof couponRoutes> = {
  'GET /api/coupons': (ctx, { query, session }) => listCoupons(ctx, session.userId, query),
  'GET /api/coupon-templates': async (ctx, { session }) => ({ items: await listOffered(ctx, session.userId) }),
  'POST /api/coupon-templates/:templateId/claims': (ctx, { params, session, idempotencyKey }) =>
    claimCoupon(ctx, { userId: session.userId, key: idempotencyKey, by: { templateId: params.templateId } }),
  'POST /api/coupon-claims': (ctx, { body, session, idempotencyKey }) =>
    claimCoupon(ctx, { userId: session.userId, key: idempotencyKey, by: { code: body.code } }),
};
