import type { RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type Cart = RouteOk<'GET /api/cart'>;
export type CartItem = Cart['items'][number];

export function getCart(): Promise<Cart> {
  return call('GET /api/cart', {}, 'items');
}

export function addCartItem(skuId: string, quantity: number): Promise<Cart> {
  return call('POST /api/cart/items', { body: { skuId, quantity } }, 'items');
}

export function updateCartItem(skuId: string, change: { quantity?: number; isSelected?: boolean }): Promise<Cart> {
  return call('PUT /api/cart/items/:skuId', { params: { skuId }, body: change }, 'items');
}

/** Puts another SKU of the same product in the place of one; where that is in the cart already, the units add up. */
export function replaceCartItem(skuId: string, next: { skuId: string; quantity: number }): Promise<Cart> {
  return call('PUT /api/cart/items/:skuId/sku', { params: { skuId }, body: next }, 'items');
}

export function selectAllCartItems(isSelected: boolean): Promise<Cart> {
  return call('PUT /api/cart/selection', { body: { isSelected } }, 'items');
}

export function removeCartItem(skuId: string): Promise<Cart> {
  return call('DELETE /api/cart/items/:skuId', { params: { skuId } }, 'items');
}
