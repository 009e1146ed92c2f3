import type { CancelReason, OrderState } from '@jishi/contract/plain/orders';
import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type Order = RouteOk<'GET /api/orders/:orderId'>;
export type OrderLine = Order['lines'][number];
export type Quote = RouteOk<'POST /api/quotes'>;
export type CheckoutCoupon = Quote['coupons'][number];
export type Payment = RouteOk<'POST /api/orders/:orderId/payments'>;
export type OrderItems = RouteInput<'POST /api/quotes'>['body']['items'];
export type OrderProgress = RouteOk<'GET /api/orders/:orderId/progress'>;
export type Invoice = RouteInput<'PUT /api/orders/:orderId/invoice'>['body'];
export type PlaceOrder = RouteInput<'POST /api/orders'>['body'];

/** With an address the shipping is that of its region; without a choice of coupons the server makes the best. */
export function quoteOrder(
  items: OrderItems,
  wishes: Pick<PlaceOrder, 'fulfilment' | 'addressId' | 'couponIds' | 'points'> = {},
): Promise<Quote> {
  return call('POST /api/quotes', { body: { items, ...wishes } }, 'lines');
}

/** The same key makes the same order, however often it is sent. */
export function placeOrder(order: PlaceOrder, idempotencyKey: string): Promise<Order> {
  return call('POST /api/orders', { body: order, idempotencyKey }, 'id');
}

export function listOrders(query: { state?: OrderState; cursor?: string }): Promise<RouteOk<'GET /api/orders'>> {
  return call('GET /api/orders', { query: { ...query, limit: 20 } }, 'items');
}

export function getOrder(orderId: string): Promise<Order> {
  return call('GET /api/orders/:orderId', { params: { orderId } }, 'lines');
}

export function countOrders(): Promise<RouteOk<'GET /api/orders/counts'>> {
  return call('GET /api/orders/counts', {}, 'unpaid');
}

export function getOrderProgress(orderId: string): Promise<OrderProgress> {
  return call('GET /api/orders/:orderId/progress', { params: { orderId } }, 'timeline');
}

export function cancelOrder(orderId: string, reason: CancelReason): Promise<Order> {
  return call('POST /api/orders/:orderId/cancel', { params: { orderId }, body: { reason } }, 'lines');
}

/** The goods have arrived, or have been picked up. */
export function confirmOrder(orderId: string): Promise<Order> {
  return call('POST /api/orders/:orderId/confirm', { params: { orderId } }, 'lines');
}

/** What can still be bought is in the cart afterwards; twice is not more. */
export function buyAgain(orderId: string): Promise<RouteOk<'POST /api/orders/:orderId/buy-again'>> {
  return call('POST /api/orders/:orderId/buy-again', { params: { orderId } }, 'added');
}

export function requestInvoice(orderId: string, invoice: Invoice): Promise<Order> {
  return call('PUT /api/orders/:orderId/invoice', { params: { orderId }, body: invoice }, 'lines');
}

/** Takes an order that is over out of the list. */
export async function deleteOrder(orderId: string): Promise<void> {
  await call('DELETE /api/orders/:orderId', { params: { orderId } });
}

/** A payment that is still open is given again: there is never a second one. */
export function createPayment(orderId: string, idempotencyKey: string): Promise<Payment> {
  return call('POST /api/orders/:orderId/payments', { params: { orderId }, idempotencyKey }, 'intent');
}

/** The server asks the platform what became of the payment. */
export function checkPayment(orderId: string): Promise<Order> {
  return call('POST /api/orders/:orderId/payments/check', { params: { orderId } }, 'lines');
}
