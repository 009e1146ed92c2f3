import type { aftersaleRoutes } from '@jishi/contract/aftersales';
import type { Handlers } from '../http';
import { quoteAftersale, readOrderAftersales } from './quoteAftersale';
import { getAftersale, listAftersales } from './readAftersale';
import { requestAftersale } from './requestAftersale';
import { fillParcel, withdrawAftersale } from './returnGoods';

export const aftersaleHandlers: Handlers<typeof aftersaleRoutes> = {
  'GET /api/orders/:orderId/aftersales': (ctx, { params, session }) =>
    readOrderAftersales(ctx, session.userId, params.orderId),
  'POST /api/orders/:orderId/aftersale-quotes': (ctx, { params, body, session }) =>
    quoteAftersale(ctx, session.userId, params.orderId, body),
  'POST /api/orders/:orderId/aftersales': (ctx, { params, body, session, idempotencyKey }) =>
    requestAftersale(ctx, session.userId, params.orderId, idempotencyKey, body),
  'GET /api/aftersales': (ctx, { query, session }) => listAftersales(ctx, session.userId, query),
  'GET /api/aftersales/:aftersaleId': (ctx, { params, session }) =>
    getAftersale(ctx, session.userId, params.aftersaleId),
  'POST /api/aftersales/:aftersaleId/withdraw': (ctx, { params, session }) =>
    withdrawAftersale(ctx, session.userId, params.aftersaleId),
  'PUT /api/aftersales/:aftersaleId/parcel': (ctx, { params, body, session }) =>
    fillParcel(ctx, session.userId, params.aftersaleId, body),
};
