import { z } from 'zod';
import { CouponScope } from '../coupons';
import { COUPON_KINDS, STACKINGS, TEMPLATE_STATES } from '../plain/coupons';
import { Fen, Id, SaidTime, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

const Fields = {
  name: z.string().trim().min(1).max(20),
  kind: z.enum(COUPON_KINDS),
  offFen: Fen.min(1).nullable().default(null),
  /** 100: 9 折. */
  offPermille: z.int().min(10).max(990).nullable().default(null),
  maxOffFen: Fen.min(1).nullable().default(null),
  fromFen: Fen.default(0),
  scope: CouponScope.prefault({}),
  stacking: z.enum(STACKINGS).default('all'),
  isReturned: z.boolean().default(true),
  isPublic: z.boolean().default(true),
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9\u4e00-\u9fff-]{2,20}$/)
    .nullable()
    .default(null),
  claimFrom: SaidTime.nullable().default(null),
  claimUntil: SaidTime.nullable().default(null),
  validFrom: SaidTime.nullable().default(null),
  validUntil: SaidTime.nullable().default(null),
  validDays: z.int().min(1).max(365).nullable().default(null),
  totalLimit: z.int().min(1).max(10_000_000).nullable().default(null),
  personLimit: z.int().min(1).max(99).default(1),
};

const isOrdered = (from: string | null, until: string | null) =>
  !from || !until || Date.parse(from) < Date.parse(until);

export const CouponTemplateInput = z
  .object(Fields)
  .refine(({ kind, offFen }) => (kind === 'fixed') === (offFen !== null), {
    error: '满减券要有减多少，别的券没有',
    path: ['offFen'],
  })
  .refine(({ kind, offPermille }) => (kind === 'percent') === (offPermille !== null), {
    error: '折扣券要有折扣，别的券没有',
    path: ['offPermille'],
  })
  .refine(({ fromFen, offFen }) => fromFen === 0 || offFen === null || offFen < fromFen, {
    error: '减的金额要小于门槛',
    path: ['offFen'],
  })
  .refine(({ kind, maxOffFen }) => kind !== 'fixed' || maxOffFen === null, {
    error: '满减券没有封顶',
    path: ['maxOffFen'],
  })
  .refine(({ validUntil, validDays }) => (validUntil === null) !== (validDays === null), {
    error: '用到哪天，或领后几天，选一种',
    path: ['validUntil'],
  })
  .refine(({ validFrom, validDays }) => validDays === null || validFrom === null, {
    error: '领后几天有效的券，领到就能用',
    path: ['validFrom'],
  })
  .refine(({ claimFrom, claimUntil }) => isOrdered(claimFrom, claimUntil), {
    error: '结束要在开始之后',
    path: ['claimUntil'],
  })
  .refine(({ validFrom, validUntil }) => isOrdered(validFrom, validUntil), {
    error: '结束要在开始之后',
    path: ['validUntil'],
  });

export const AdminCouponTemplate = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(COUPON_KINDS),
  offFen: Fen.nullable(),
  offPermille: z.int().nullable(),
  maxOffFen: Fen.nullable(),
  fromFen: Fen,
  scope: CouponScope,
  stacking: z.enum(STACKINGS),
  isReturned: z.boolean(),
  isPublic: z.boolean(),
  code: z.string().nullable(),
  claimFrom: Time.nullable(),
  claimUntil: Time.nullable(),
  validFrom: Time.nullable(),
  validUntil: Time.nullable(),
  validDays: z.int().nullable(),
  totalLimit: z.int().nullable(),
  personLimit: z.int(),
  givenCount: z.int().min(0),
  state: z.enum(TEMPLATE_STATES),
  /** 「满 ¥100 减 ¥20」 */
  rule: z.string(),
  createdAt: Time,
});

/** Coupons by where they are now, and the paid orders that used one. Fen. */
export const CouponStatistics = z.object({
  given: z.int(),
  held: z.int(),
  frozen: z.int(),
  used: z.int(),
  expired: z.int(),
  void: z.int(),
  /** What used ones took off, and what their orders cost after it. */
  offFen: z.int(),
  paidFen: z.int(),
  /** Who used one, each once. */
  shoppers: z.int(),
});

const TemplateParams = z.object({ templateId: Id });
const roles = ['owner', 'marketer', 'operator'] as const;

export const adminCouponRoutes = defineAdminRoutes({
  'GET /admin/coupon-templates': {
    summary: '优惠券，新的在前',
    roles,
    query: AdminPageQuery.extend({ state: z.enum(TEMPLATE_STATES).optional() }),
    ok: pageOf(AdminCouponTemplate),
    errors: [],
  },
  'POST /admin/coupon-templates': {
    summary: '新建优惠券',
    roles,
    body: CouponTemplateInput,
    ok: AdminCouponTemplate,
    status: 201,
    errors: ['conflict'],
  },
  'PUT /admin/coupon-templates/:templateId': {
    summary: '修改优惠券；领到手的不变，停发的不能改',
    roles,
    params: TemplateParams,
    body: CouponTemplateInput,
    ok: AdminCouponTemplate,
    errors: ['not_found', 'conflict'],
  },
  'POST /admin/coupon-templates/:templateId/stop': {
    summary: '停发优惠券；可以连没用的一起作废。已停发的再停也算成功',
    roles,
    params: TemplateParams,
    body: z.object({ voidsHeld: z.boolean().default(false) }).prefault({}),
    ok: AdminCouponTemplate,
    errors: ['not_found'],
  },
  'GET /admin/coupon-templates/:templateId/statistics': {
    summary: '一种优惠券的成效',
    roles,
    params: TemplateParams,
    ok: CouponStatistics,
    errors: ['not_found'],
  },
});
