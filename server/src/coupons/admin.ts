import type { adminCouponRoutes } from '@jishi/contract/admin/coupons';
import type { AdminHandlers } from '../adminHttp';
import { listTemplates, saveTemplate, stopTemplate } from './editTemplates';
import { readStatistics } from './statistics';

export const adminCouponHandlers: AdminHandlers<typeof adminCouponRoutes> = {
  'GET /admin/coupon-templates': (ctx, { query }) => listTemplates(ctx, query),
  'POST /admin/coupon-templates': async (ctx, { body, actor }) => {
    const { after } = await saveTemplate(ctx, null, body, actor.employeeId);
    return { answer: after, target: `coupon ${after.id}`, before: null, after };
  },
  'PUT /admin/coupon-templates/:templateId': async (ctx, { params, body, actor }) => {
    const { before, after } = await saveTemplate(ctx, params.templateId, body, actor.employeeId);
    return { answer: after, target: `coupon ${after.id}`, before, after };
  },
  'POST /admin/coupon-templates/:templateId/stop': async (ctx, { params, body }) => {
    const { before, after } = await stopTemplate(ctx, params.templateId, body.voidsHeld);
    return { answer: after, target: `coupon ${after.id}`, before, after };
  },
  'GET /admin/coupon-templates/:templateId/statistics': (ctx, { params }) =>
    readStatistics(ctx.db, params.templateId, ctx.now()),
};
