import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { COUPON_KINDS, COUPON_STATES, STACKINGS } from './plain/coupons';
import { Fen, Id, PageQuery, PlatformName, Time, pageOf } from './schema';

/** Which goods, and whom; empty lists: all. */
export const CouponScope = z.object({
  productIds: z.array(Id).max(200).default([]),
  /** With everything below them. */
  categoryIds: z.array(Id).max(50).default([]),
  platforms: z.array(PlatformName).max(4).default([]),
  levelIds: z.array(Id).max(20).default([]),
  /** Only whoever has neither paid nor placed an order. */
  isForNew: z.boolean().default(false),
});

export const CouponTerms = z.object({
  kind: z.enum(COUPON_KINDS),
  offFen: Fen.nullable(),
  offPermille: z.int().min(1).max(999).nullable(),
  maxOffFen: Fen.nullable(),
  fromFen: Fen,
  scope: CouponScope,
  stacking: z.enum(STACKINGS),
  /** Given back, with its old end, when all of its order is refunded. */
  isReturned: z.boolean(),
});

/** What is printed on a coupon: `face` 「¥20」, `from` 「满 ¥100 可用」, `rule` 「满 ¥100 减 ¥20」, `limits` 「限抖音」. */
const Printed = {
  name: z.string(),
  kind: z.enum(COUPON_KINDS),
  face: z.string(),
  from: z.string(),
  rule: z.string(),
  limits: z.array(z.string()),
  /** Where its goods are: all of the shop when both are empty. */
  productIds: z.array(Id),
  categoryIds: z.array(Id),
};

export const Coupon = z.object({
  id: Id,
  templateId: Id,
  ...Printed,
  state: z.enum(COUPON_STATES),
  startsAt: Time,
  expiresAt: Time,
  /** The order that holds it or used it. */
  orderId: Id.nullable(),
});

/** `claim`: what stands on its button, and whether one can press it. */
export const OfferedCoupon = z.object({
  id: Id,
  ...Printed,
  /** When it can be used, in words. */
  validity: z.string(),
  claimUntil: Time.nullable(),
  /** Given away of all, in percent; null without a limit. */
  givenPercent: z.int().min(0).max(100).nullable(),
  state: z.enum(['open', 'early', 'gone', 'had', 'refused']),
  /** Why it is not open, in words; empty when it is. */
  reason: z.string(),
});

/** A coupon as the checkout sees it. `reason`: why it cannot be used, or what it does. */
export const CheckoutCoupon = Coupon.omit({ state: true, orderId: true }).extend({
  stacking: z.enum(STACKINGS),
  isUsable: z.boolean(),
  isChosen: z.boolean(),
  /** What it takes off as chosen; 0 when it is not. */
  offFen: Fen,
  reason: z.string(),
});

const CouponCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9\u4e00-\u9fff-]{2,20}$/);

export const couponRoutes = defineRoutes({
  'GET /api/coupons': {
    summary: '我的优惠券；未用的先到期的在前，其余新的在前',
    access: 'session',
    query: PageQuery.extend({ state: z.enum(['held', 'used', 'expired']).default('held') }),
    ok: pageOf(Coupon),
    errors: [],
  },
  'GET /api/coupon-templates': {
    summary: '领券中心',
    access: 'session',
    ok: z.object({ items: z.array(OfferedCoupon) }),
    errors: [],
  },
  'POST /api/coupon-templates/:templateId/claims': {
    summary: '领一张',
    access: 'session',
    isIdempotent: true,
    params: z.object({ templateId: Id }),
    ok: Coupon,
    status: 201,
    errors: ['not_found', 'coupon_gone', 'coupon_limit', 'coupon_refused', 'idempotency_conflict'],
  },
  'POST /api/coupon-claims': {
    summary: '用口令领一张',
    access: 'session',
    isIdempotent: true,
    body: z.object({ code: CouponCode }),
    ok: Coupon,
    status: 201,
    errors: ['not_found', 'coupon_gone', 'coupon_limit', 'coupon_refused', 'idempotency_conflict'],
  },
});
