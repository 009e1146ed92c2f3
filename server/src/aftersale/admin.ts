import type { adminAftersaleRoutes } from '@jishi/contract/admin/aftersales';
import type { AdminHandlers } from '../adminHttp';
import { approveAftersale, receiveAftersale, rejectAftersale } from './answerAftersale';
import { countAftersales, findAftersales, readAftersaleDetail } from './findAftersales';
import { refundOrder } from './refundOrder';
import { getReturnAddress, saveReturnAddress } from './returnAddress';

export const adminAftersaleHandlers: AdminHandlers<typeof adminAftersaleRoutes> = {
  'GET /admin/aftersales': (ctx, { actor, query: { isOverdue, hasFailed, ...query } }) =>
    findAftersales(ctx, {
      ...query,
      isOverdue: isOverdue === 'true',
      hasFailed: hasFailed === 'true',
      storeIds: actor.storeIds,
    }),
  'GET /admin/aftersales/counts': (ctx, { actor }) => countAftersales(ctx.db, actor.storeIds),
  'GET /admin/aftersales/:aftersaleId': (ctx, { actor, params }) =>
    readAftersaleDetail(ctx, params.aftersaleId, actor.storeIds),
  'POST /admin/aftersales/:aftersaleId/approve': async (ctx, { actor, params, body }) => ({
    answer: await approveAftersale(ctx, { actor, ...params }, body.answer),
    target: `aftersale ${params.aftersaleId}`,
    before: null,
    after: { state: 'approved' },
  }),
  'POST /admin/aftersales/:aftersaleId/reject': async (ctx, { actor, params, body }) => ({
    answer: await rejectAftersale(ctx, { actor, ...params }, body.answer),
    target: `aftersale ${params.aftersaleId}`,
    before: null,
    // the reason stands in the request, where it can be forgotten with the person
    after: { state: 'rejected' },
  }),
  'POST /admin/aftersales/:aftersaleId/receive': async (ctx, { actor, params, body }) => ({
    answer: await receiveAftersale(ctx, { actor, ...params }, body),
    target: `aftersale ${params.aftersaleId}`,
    before: null,
    after: { state: 'received', restocked: body.restocked },
  }),
  'POST /admin/orders/:orderId/refunds': async (ctx, { params, body }) => {
    const answer = await refundOrder(ctx, params.orderId, body);
    const { id, totalFen, lines } = answer;
    return {
      answer,
      target: `order ${params.orderId}`,
      before: null,
      after: { aftersaleId: id, totalFen, lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })) },
    };
  },
  'GET /admin/return-address': async (ctx) => ({ address: await getReturnAddress(ctx.db) }),
  'PUT /admin/return-address': async (ctx, { body }) => {
    const before = await getReturnAddress(ctx.db);
    await saveReturnAddress(ctx.db, body);
    return { answer: { address: body }, target: 'return address', before, after: body };
  },
};
