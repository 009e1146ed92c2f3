import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { MAX_QUANTITY } from './plain/limits';
import { Fen, Id, PictureUrl } from './schema';

export const Quantity = z.int().min(1).max(MAX_QUANTITY);

/** Why a cart line cannot be bought now; `insufficient` means fewer are left than asked for. */
export const CartItemState = z.enum(['valid', 'insufficient', 'sold_out', 'off_shelf']);

export const CartItem = z.object({
  skuId: Id,
  productId: Id,
  title: z.string(),
  /** `柿红 / 180ml`, empty without options. */
  optionText: z.string(),
  imageUrl: PictureUrl.nullable(),
  priceFen: Fen,
  quantity: Quantity,
  stock: z.int().min(0),
  state: CartItemState,
  isSelected: z.boolean(),
});

export const Cart = z.object({
  items: z.array(CartItem),
  /** Units in the cart, invalid lines left out. */
  count: z.int(),
  /** Units and fen of the selected, valid lines. */
  selectedCount: z.int(),
  selectedFen: z.int().min(0),
  /**
   * Delivery to where the shopper used last: from how much on goods travel free, how much is missing, both null where
   * they never do; `unserved` says why nothing is delivered there.
   */
  shipping: z.object({
    freeFromFen: Fen.nullable(),
    missingFen: Fen.nullable(),
    unserved: z.string().nullable(),
  }),
});

const SkuParams = z.object({ skuId: Id });

export const cartRoutes = defineRoutes({
  'GET /api/cart': { summary: '购物袋', access: 'session', ok: Cart, errors: [] },
  'POST /api/cart/items': {
    summary: '加入购物袋；已有的规格累加数量',
    access: 'session',
    body: z.object({ skuId: Id, quantity: Quantity }),
    ok: Cart,
    errors: ['not_found', 'sold_out', 'off_shelf', 'cart_full'],
  },
  'PUT /api/cart/items/:skuId': {
    summary: '改数量或勾选',
    access: 'session',
    params: SkuParams,
    body: z.object({ quantity: Quantity.optional(), isSelected: z.boolean().optional() }),
    ok: Cart,
    errors: ['not_found'],
  },
  'PUT /api/cart/items/:skuId/sku': {
    summary: '换成同一商品的另一规格；袋中已有那一规格时数量相加，一次完成',
    access: 'session',
    params: SkuParams,
    body: z.object({ skuId: Id, quantity: Quantity }),
    ok: Cart,
    errors: ['not_found', 'sold_out', 'off_shelf', 'conflict'],
  },
  'PUT /api/cart/selection': {
    summary: '全选或全不选',
    access: 'session',
    body: z.object({ isSelected: z.boolean() }),
    ok: Cart,
    errors: [],
  },
  'DELETE /api/cart/items/:skuId': {
    summary: '移出购物袋；不在袋中也算成功',
    access: 'session',
    params: SkuParams,
    ok: Cart,
    errors: [],
  },
});
