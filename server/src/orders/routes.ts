import type { orderRoutes } from '@jishi/contract/orders';
import type { Handlers } from '../http';
import { buyAgain } from './buyAgain';
import { confirmOrder } from './confirmOrder';
import { deleteOrder, requestInvoice } from './keepOrder';
import { placeOrder } from './placeOrder';
import { quoteOrder } from './quoteOrder';
import { countOrders, getOrder, listOrders } from './readOrder';
import { readProgress } from './readProgress';

/** All order routes but the cancelling, which has to close the payment first (payments). */
export const orderHandlers: Handlers<Omit<typeof orderRoutes, 'POST /api/orders/:orderId/cancel'>> = {
  'POST /api/quotes': (ctx, { body, session }) => quoteOrder(ctx, session, body),
  'POST /api/orders': (ctx, { body, session, idempotencyKey }) => placeOrder(ctx, session, idempotencyKey, body),
  'GET /api/orders': (ctx, { query, session }) => listOrders(ctx.db, session.userId, query),
  'GET /api/orders/:orderId': (ctx, { params, session }) => getOrder(ctx.db, session.userId, params.orderId),
  'GET /api/orders/counts': (ctx, { session }) => countOrders(ctx.db, session.userId),
  'GET /api/orders/:orderId/progress': (ctx, { params, session }) =>
    readProgress(ctx.db, session.userId, params.orderId),
  'POST /api/orders/:orderId/confirm': (ctx, { params, session }) => confirmOrder(ctx, session.userId, params.orderId),
  'POST /api/orders/:orderId/buy-again': (ctx, { params, session }) => buyAgain(ctx, session.userId, params.orderId),
  'PUT /api/orders/:orderId/invoice': (ctx, { params, body, session }) =>
    requestInvoice(ctx.db, session.userId, params.orderId, body),
  'DELETE /api/orders/:orderId': async (ctx, { params, session }) => {
    await deleteOrder(ctx, session.userId, params.orderId);
    return {};
  },
};
