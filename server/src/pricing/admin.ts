import type { adminReachDiscountRoutes } from '@jishi/contract/admin/reachDiscounts';
import type { adminShippingRuleRoutes } from '@jishi/contract/admin/shippingRules';
import type { AdminHandlers } from '../adminHttp';
import { endReachDiscount, listReachDiscounts, saveReachDiscount } from './editReachDiscounts';
import { deleteShippingRule, listShippingRules, saveShippingRule } from './editRules';

export const adminShippingRuleHandlers: AdminHandlers<typeof adminShippingRuleRoutes> = {
  'GET /admin/shipping-rules': async (ctx) => ({ items: await listShippingRules(ctx.db) }),
  'POST /admin/shipping-rules': async (ctx, { body }) => {
    const { after } = await saveShippingRule(ctx, null, body);
    return { answer: after, target: `shipping rule ${after.id}`, before: null, after };
  },
  'PUT /admin/shipping-rules/:ruleId': async (ctx, { params, body }) => {
    const { before, after } = await saveShippingRule(ctx, params.ruleId, body);
    return { answer: after, target: `shipping rule ${after.id}`, before, after };
  },
  'DELETE /admin/shipping-rules/:ruleId': async (ctx, { params }) => {
    const before = await deleteShippingRule(ctx, params.ruleId);
    return { answer: {}, target: `shipping rule ${params.ruleId}`, before, after: null };
  },
};

export const adminReachDiscountHandlers: AdminHandlers<typeof adminReachDiscountRoutes> = {
  'GET /admin/reach-discounts': async (ctx) => ({ items: await listReachDiscounts(ctx) }),
  'POST /admin/reach-discounts': async (ctx, { body }) => {
    const { after } = await saveReachDiscount(ctx, null, body);
    return { answer: after, target: `reach discount ${after.id}`, before: null, after };
  },
  'PUT /admin/reach-discounts/:discountId': async (ctx, { params, body }) => {
    const { before, after } = await saveReachDiscount(ctx, params.discountId, body);
    return { answer: after, target: `reach discount ${after.id}`, before, after };
  },
  'POST /admin/reach-discounts/:discountId/end': async (ctx, { params }) => {
    const { before, after } = await endReachDiscount(ctx, params.discountId);
    return { answer: after, target: `reach discount ${after.id}`, before, after };
  },
};
