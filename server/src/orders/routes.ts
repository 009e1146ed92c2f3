import type { orderRoutes } from '@jishi/contract/orders';
import type { Handlers } from '../http';
import { placeOrder } from './placeOrder';
import { quoteOrder } from './quoteOrder';
import { getOrder, listOrders } from './readOrder';

/** All order routes but the cancelling, which has to close the payment first (payments). */
export const orderHandlers: Handlers<Omit<typeof orderRoutes, 'POST /api/orders/:orderId/cancel'>> = {
  'POST /api/quotes': (ctx, { body, session }) => quoteOrder(ctx, session.userId, body),
  'POST /api/orders': (ctx, { body, session, idempotencyKey }) => placeOrder(ctx, session, idempotencyKey, body),
  'GET /api/orders': (ctx, { query, session }) => listOrders(ctx.db, session.userId, query),
  'GET /api/orders/:orderId': (ctx, { params, session }) => getOrder(ctx.db, session.userId, params.orderId),
};
