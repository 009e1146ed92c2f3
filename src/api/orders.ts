import type { OrderState } from '@jishi/contract/plain/orders';
import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type Order = RouteOk<'GET /api/orders/:orderId'>;
export type OrderLine = Order['lines'][number];
export type Quote = RouteOk<'POST /api/quotes'>;
export type Payment = RouteOk<'POST /api/orders/:orderId/payments'>;
export type OrderItems = RouteInput<'POST /api/quotes'>['body']['items'];
export type PlaceOrder = RouteInput<'POST /api/orders'>['body'];

export function quoteOrder(items: OrderItems): Promise<Quote> {
  return call('POST /api/quotes', { body: { items } });
}

/** The same key makes the same order, however often it is sent. */
export function placeOrder(order: PlaceOrder, idempotencyKey: string): Promise<Order> {
  return call('POST /api/orders', { body: order, idempotencyKey });
}

export function listOrders(query: { state?: OrderState; cursor?: string }): Promise<RouteOk<'GET /api/orders'>> {
  return call('GET /api/orders', { query: { ...query, limit: 20 } });
}

export function getOrder(orderId: string): Promise<Order> {
  return call('GET /api/orders/:orderId', { params: { orderId } });
}

export function cancelOrder(orderId: string): Promise<Order> {
  return call('POST /api/orders/:orderId/cancel', { params: { orderId } });
}

/** A payment that is still open is given again: there is never a second one. */
export function createPayment(orderId: string, idempotencyKey: string): Promise<Payment> {
  return call('POST /api/orders/:orderId/payments', { params: { orderId }, idempotencyKey });
}

/** The server asks the platform what became of the payment. */
export function checkPayment(orderId: string): Promise<Order> {
  return call('POST /api/orders/:orderId/payments/check', { params: { orderId } });
}
