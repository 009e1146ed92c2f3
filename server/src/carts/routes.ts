import type { cartRoutes } from '@jishi/contract/carts';
import type { Handlers } from '../http';
import { addCartItem, getCart, removeCartItem, selectAllCartItems, updateCartItem } from './cart';
import { replaceCartItem } from './replaceCartItem';

export const cartHandlers: Handlers<typeof cartRoutes> = {
  'GET /api/cart': (ctx, { session }) => getCart(ctx, session.userId),

  'POST /api/cart/items': (ctx, { body, session }) => addCartItem(ctx, session.userId, body),

  'PUT /api/cart/items/:skuId': (ctx, { params, body, session }) =>
    updateCartItem(ctx, session.userId, params.skuId, body),

  'PUT /api/cart/items/:skuId/sku': (ctx, { params, body, session }) =>
    replaceCartItem(ctx, session.userId, params.skuId, body),

  'PUT /api/cart/selection': (ctx, { body, session }) => selectAllCartItems(ctx, session.userId, body.isSelected),

  'DELETE /api/cart/items/:skuId': (ctx, { params, session }) => removeCartItem(ctx, session.userId, params.skuId),
};
