import { z } from 'zod';
import { Fen, Id } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

const Grams = z.int().min(0).max(1_000_000);

export const ShippingRuleInput = z.object({
  name: z.string().trim().min(1).max(30),
  /** `浙江省`, or more exactly `浙江省/舟山市`; empty: everywhere else. */
  regions: z.array(z.string().regex(/^[^/\s]{2,20}(\/[^/\s]{2,20})?$/)).max(500),
  isServed: z.boolean().default(true),
  /** Shown to the shopper where nothing is delivered. */
  reason: z.string().trim().max(60).default(''),
  firstGrams: Grams,
  firstFen: Fen,
  /** 0: weight beyond the first costs nothing. */
  additionalGrams: Grams,
  additionalFen: Fen,
  /** Null: never free. */
  freeFromFen: Fen.nullable(),
});

export const AdminShippingRule = ShippingRuleInput.extend({ id: Id });

const RuleParams = z.object({ ruleId: Id });
const roles = ['owner', 'operator'] as const;

export const adminShippingRuleRoutes = defineAdminRoutes({
  'GET /admin/shipping-rules': {
    summary: '运费规则，先建的在前',
    roles,
    ok: z.object({ items: z.array(AdminShippingRule) }),
    errors: [],
  },
  'POST /admin/shipping-rules': {
    summary: '新建运费规则；一个地区只能在一条规则里',
    roles,
    body: ShippingRuleInput,
    ok: AdminShippingRule,
    status: 201,
    errors: ['conflict'],
  },
  'PUT /admin/shipping-rules/:ruleId': {
    summary: '修改运费规则',
    roles,
    params: RuleParams,
    body: ShippingRuleInput,
    ok: AdminShippingRule,
    errors: ['not_found', 'conflict'],
  },
  'DELETE /admin/shipping-rules/:ruleId': {
    summary: '删除运费规则；它的地区改用其余地区的规则',
    roles,
    params: RuleParams,
    ok: z.object({}),
    errors: ['not_found'],
  },
});
