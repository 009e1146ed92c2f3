import type { RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type FavouritePage = RouteOk<'GET /api/favourites'>;
export type Favourite = FavouritePage['items'][number];
export type FavouriteState = RouteOk<'GET /api/favourites/:productId'>;

export function listFavourites(query: { cursor?: string }): Promise<FavouritePage> {
  return call('GET /api/favourites', { query }, 'items');
}

export function getFavourite(productId: string): Promise<FavouriteState> {
  return call('GET /api/favourites/:productId', { params: { productId } }, 'isFavourite');
}

export function addFavourite(productId: string): Promise<FavouriteState> {
  return call('PUT /api/favourites/:productId', { params: { productId } }, 'isFavourite');
}

export function removeFavourite(productId: string): Promise<FavouriteState> {
  return call('DELETE /api/favourites/:productId', { params: { productId } }, 'isFavourite');
}
