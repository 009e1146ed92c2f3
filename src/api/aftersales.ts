import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type Aftersale = RouteOk<'GET /api/aftersales/:aftersaleId'>;
export type OrderAftersales = RouteOk<'GET /api/orders/:orderId/aftersales'>;
export type RefundQuote = RouteOk<'POST /api/orders/:orderId/aftersale-quotes'>;
export type AskRefund = RouteInput<'POST /api/orders/:orderId/aftersale-quotes'>['body'];
export type RequestAftersale = RouteInput<'POST /api/orders/:orderId/aftersales'>['body'];
export type ReturnParcel = NonNullable<Aftersale['parcel']>;

/** What was asked back of an order, and what still can be. */
export function getOrderAftersales(orderId: string): Promise<OrderAftersales> {
  return call('GET /api/orders/:orderId/aftersales', { params: { orderId } }, 'kinds');
}

/** What these units are worth at most. */
export function quoteAftersale(orderId: string, wish: AskRefund): Promise<RefundQuote> {
  return call('POST /api/orders/:orderId/aftersale-quotes', { params: { orderId }, body: wish }, 'goodsFen');
}

/** The same key makes the same request, however often it is sent. */
export function requestAftersale(orderId: string, wish: RequestAftersale, idempotencyKey: string): Promise<Aftersale> {
  return call('POST /api/orders/:orderId/aftersales', { params: { orderId }, body: wish, idempotencyKey }, 'moves');
}

export function listAftersales(query: { cursor?: string } = {}): Promise<RouteOk<'GET /api/aftersales'>> {
  return call('GET /api/aftersales', { query: { ...query, limit: 20 } }, 'items');
}

export function getAftersale(aftersaleId: string): Promise<Aftersale> {
  return call('GET /api/aftersales/:aftersaleId', { params: { aftersaleId } }, 'moves');
}

export function withdrawAftersale(aftersaleId: string): Promise<Aftersale> {
  return call('POST /api/aftersales/:aftersaleId/withdraw', { params: { aftersaleId } }, 'moves');
}

/** Said again, it corrects the number. */
export function fillParcel(aftersaleId: string, parcel: ReturnParcel): Promise<Aftersale> {
  return call('PUT /api/aftersales/:aftersaleId/parcel', { params: { aftersaleId }, body: parcel }, 'moves');
}
