import type { adminOrderRoutes } from '@jishi/contract/admin/orders';
import type { adminPickupRoutes } from '@jishi/contract/admin/pickups';
import type { adminShipmentRoutes } from '@jishi/contract/admin/shipments';
import type { adminShippingReportRoutes } from '@jishi/contract/admin/shippingReports';
import type { AdminHandlers } from '../adminHttp';
import { addShipmentEvent, addShipmentEvents } from './shipmentEvents';
import { exportOrders } from './exportOrders';
import { countOrders, findOrders, readOrderDetail } from './findOrders';
import { lookUpPickup, verifyPickup } from './handOver';
import { shipByFile } from './shipByFile';
import { shipOrder } from './shipOrder';
import { listShippingReports, retryShippingReport } from './shippingReports';

export const adminOrderHandlers: AdminHandlers<typeof adminOrderRoutes> = {
  'GET /admin/orders': (ctx, { actor, query }) => findOrders(ctx.db, { ...query, storeIds: actor.storeIds }),
  'GET /admin/orders/counts': (ctx, { actor }) => countOrders(ctx.db, actor.storeIds),
  'POST /admin/orders/export': async (ctx, { actor, body }) => {
    const answer = await exportOrders(ctx.db, { ...body, storeIds: actor.storeIds });
    return { answer, target: 'orders', before: null, after: { exported: answer.count, filter: body } };
  },
  'GET /admin/orders/:orderId': (ctx, { actor, params }) => readOrderDetail(ctx.db, params.orderId, actor.storeIds),
  'POST /admin/orders/:orderId/shipments': async (ctx, { params, body }) => ({
    answer: await shipOrder(ctx, params.orderId, body),
    target: `order ${params.orderId}`,
    before: { state: 'paid' },
    after: { state: 'shipped', ...body },
  }),
};

export const adminShipmentHandlers: AdminHandlers<typeof adminShipmentRoutes> = {
  'POST /admin/shipments/:shipmentId/events': async (ctx, { params, body }) => ({
    answer: { added: await addShipmentEvent(ctx, params.shipmentId, body) },
    target: `shipment ${params.shipmentId}`,
    before: null,
    // carriers write names in their texts, and the log is never forgotten
    after: { happenedAt: body.happenedAt },
  }),
  'POST /admin/shipments/import': (ctx, { actor, upload, requestId }) =>
    shipByFile(ctx, { employeeId: actor.employeeId, upload, requestId }),
  'POST /admin/shipment-events': async (ctx, { body }) => {
    const added = await addShipmentEvents(ctx, body.items);
    return { answer: { added }, target: 'shipments', before: null, after: { said: body.items.length, added } };
  },
};

export const adminPickupHandlers: AdminHandlers<typeof adminPickupRoutes> = {
  'POST /admin/pickups/lookup': (ctx, { actor, body, requestId }) =>
    lookUpPickup(ctx, { actor, code: body.code, requestId }),
  'POST /admin/pickups/verify': (ctx, { actor, body, requestId }) =>
    verifyPickup(ctx, { actor, code: body.code, requestId }),
};

export const adminShippingReportHandlers: AdminHandlers<typeof adminShippingReportRoutes> = {
  'GET /admin/shipping-reports': (ctx, { query }) => listShippingReports(ctx.db, query),
  'POST /admin/shipping-reports/:reportId/retry': async (ctx, { params }) => {
    const { before, after } = await retryShippingReport(ctx, params.reportId);
    return { answer: after, target: `shipping report ${params.reportId}`, before, after };
  },
};
