import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { ProductCard, ProductState } from './products';
import { Fen, Id, PageQuery, Time, pageOf } from './schema';

/** A product with today's price and stock; `state` says whether it can still be opened and bought. */
export const Favourite = z.object({
  product: ProductCard,
  state: ProductState,
  /** The lowest price on the day it was added. */
  addedFen: Fen,
  addedAt: Time,
});

const ProductParams = z.object({ productId: Id });
const FavouriteState = z.object({ isFavourite: z.boolean() });

export const favouriteRoutes = defineRoutes({
  'GET /api/favourites': {
    summary: '收藏，新的在前',
    access: 'session',
    query: PageQuery,
    ok: pageOf(Favourite),
    errors: ['invalid_request'],
  },
  'GET /api/favourites/:productId': {
    summary: '这件商品是否已收藏',
    access: 'session',
    params: ProductParams,
    ok: FavouriteState,
    errors: [],
  },
  'PUT /api/favourites/:productId': {
    summary: '收藏；已收藏的保持原样',
    access: 'session',
    params: ProductParams,
    ok: FavouriteState,
    errors: ['not_found'],
  },
  'DELETE /api/favourites/:productId': {
    summary: '取消收藏；没有收藏过也算成功',
    access: 'session',
    params: ProductParams,
    ok: FavouriteState,
    errors: [],
  },
});
