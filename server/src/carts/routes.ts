import type { cartRoutes } from '@jishi/contract/carts';
import { sql } from '../db/db';
import type { Handlers } from '../http';
import { addCartItem, getCart, updateCartItem } from './cart';

export const cartHandlers: Handlers<typeof cartRoutes> = {
  'GET /api/cart': (ctx, { session }) => getCart(ctx.db, session.userId),

  'POST /api/cart/items': (ctx, { body, session }) => addCartItem(ctx, session.userId, body),

  'PUT /api/cart/items/:skuId': (ctx, { params, body, session }) =>
    updateCartItem(ctx, session.userId, params.skuId, body),

  'PUT /api/cart/selection': async (ctx, { body, session }) => {
    await ctx.db.query(sql`update cart_items set is_selected = ${body.isSelected} where user_id = ${session.userId}`);
    return getCart(ctx.db, session.userId);
  },

  'DELETE /api/cart/items/:skuId': async (ctx, { params, session }) => {
    await ctx.db.query(sql`delete from cart_items where user_id = ${session.userId} and sku_id = ${params.skuId}`);
    return getCart(ctx.db, session.userId);
  },
};
