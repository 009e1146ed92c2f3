import type { adminOrderRoutes } from '@jishi/contract/admin/orders';
import type { adminPickupRoutes } from '@jishi/contract/admin/pickups';
import type { adminShipmentRoutes } from '@jishi/contract/admin/shipments';
import type { AdminHandlers } from '../adminHttp';
import { addShipmentEvent, addShipmentEvents } from './shipmentEvents';
import { findOrders, readOrderDetail } from './findOrders';
import { lookUpPickup, verifyPickup } from './handOver';
import { shipOrder } from './shipOrder';

export const adminOrderHandlers: AdminHandlers<typeof adminOrderRoutes> = {
  'GET /admin/orders': (ctx, { actor, query }) => findOrders(ctx.db, { ...query, storeIds: actor.storeIds }),
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
