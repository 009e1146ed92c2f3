import type { RouteOk } from '@jishi/contract/routes';
import { callPublic } from './request';

/** `serverOffsetMs` added to the phone's clock gives the server's, by which orders expire. */
export type Shop = RouteOk<'GET /api/shop'> & { serverOffsetMs: number };

export type ShopTerms = RouteOk<'GET /api/shop/terms'>;
export type ShopContact = ShopTerms['contact'];

/** Promises, ways to reach the shop, and 满减 that runs now (fen). Shown where it is known, missed nowhere. */
export function getShopTerms(): Promise<ShopTerms> {
  return callPublic('GET /api/shop/terms', {}, 'services');
}

export async function getShop(): Promise<Shop> {
  const shop = await callPublic('GET /api/shop', {}, 'name');
  return { ...shop, serverOffsetMs: Date.parse(shop.serverTime) - Date.now() };
}
