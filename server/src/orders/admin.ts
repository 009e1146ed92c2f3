import type { adminOrderRoutes } from '@jishi/contract/admin/orders';
import type { AdminHandlers } from '../adminHttp';
import { findOrders, readOrderDetail } from './findOrders';
import { shipOrder } from './shipOrder';

export const adminOrderHandlers: AdminHandlers<typeof adminOrderRoutes> = {
  'GET /admin/orders': (ctx, { query }) => findOrders(ctx.db, query),
  'GET /admin/orders/:orderId': (ctx, { params }) => readOrderDetail(ctx.db, params.orderId),
  'POST /admin/orders/:orderId/shipments': async (ctx, { params, body }) => ({
    answer: await shipOrder(ctx, params.orderId, body),
    target: `order ${params.orderId}`,
    before: { state: 'paid' },
    after: { state: 'shipped', ...body },
  }),
};
