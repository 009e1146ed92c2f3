import { z } from 'zod';
import { Fen, Id, SaidTime, Time } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

export const ReachDiscountInput = z
  .object({
    /** What the breakdown of a total calls it. */
    label: z.string().trim().min(1).max(20),
    /** Goods of this worth reach it. */
    fromFen: Fen.min(1),
    offFen: Fen.min(1),
    /** From when, and until when; null: from now, without end. */
    startsAt: SaidTime.nullable().default(null),
    endsAt: SaidTime.nullable().default(null),
  })
  .refine(({ fromFen, offFen }) => offFen < fromFen, { error: '减的金额要小于门槛', path: ['offFen'] })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || Date.parse(startsAt) < Date.parse(endsAt), {
    error: '结束要在开始之后',
    path: ['endsAt'],
  });

export const AdminReachDiscount = z.object({
  id: Id,
  label: z.string(),
  fromFen: Fen,
  offFen: Fen,
  startsAt: Time.nullable(),
  endsAt: Time.nullable(),
  state: z.enum(['scheduled', 'running', 'ended']),
});

const DiscountParams = z.object({ discountId: Id });
const roles = ['owner', 'marketer', 'operator'] as const;

export const adminReachDiscountRoutes = defineAdminRoutes({
  'GET /admin/reach-discounts': {
    summary: '满减，先建的在前；一单只用减得最多的一条',
    roles,
    ok: z.object({ items: z.array(AdminReachDiscount) }),
    errors: [],
  },
  'POST /admin/reach-discounts': {
    summary: '新建满减',
    roles,
    body: ReachDiscountInput,
    ok: AdminReachDiscount,
    status: 201,
    errors: [],
  },
  'PUT /admin/reach-discounts/:discountId': {
    summary: '修改满减；已结束的不能改。已下的订单不变',
    roles,
    params: DiscountParams,
    body: ReachDiscountInput,
    ok: AdminReachDiscount,
    errors: ['not_found', 'conflict'],
  },
  'POST /admin/reach-discounts/:discountId/end': {
    summary: '立即结束满减；已结束的再结束也算成功',
    roles,
    params: DiscountParams,
    ok: AdminReachDiscount,
    errors: ['not_found'],
  },
});
