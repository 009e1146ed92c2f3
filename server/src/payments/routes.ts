import type { orderRoutes } from '@jishi/contract/orders';
import type { paymentRoutes } from '@jishi/contract/payments';
import type { Handlers } from '../http';
import { checkPayment } from './checkPayment';
import { cancelOrder } from './closeOrder';
import { createPayment } from './createPayment';

export const paymentHandlers: Handlers<
  typeof paymentRoutes & Pick<typeof orderRoutes, 'POST /api/orders/:orderId/cancel'>
> = {
  'POST /api/orders/:orderId/cancel': (ctx, { params, body, session }) =>
    cancelOrder(ctx, session.userId, params.orderId, body.reason),
  'POST /api/orders/:orderId/payments': (ctx, { params, session, idempotencyKey, ip }) =>
    createPayment(ctx, session, params.orderId, idempotencyKey, ip),
  'POST /api/orders/:orderId/payments/check': (ctx, { params, session }) =>
    checkPayment(ctx, session.userId, params.orderId),
};
