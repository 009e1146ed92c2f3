import type { RouteOk } from '@jishi/contract/routes';
import { callPublic } from './request';

/** `serverOffsetMs` added to the phone's clock gives the server's, by which orders expire. */
export type Shop = RouteOk<'GET /api/shop'> & { serverOffsetMs: number };

export async function getShop(): Promise<Shop> {
  const shop = await callPublic('GET /api/shop', {}, 'name');
  return { ...shop, serverOffsetMs: Date.parse(shop.serverTime) - Date.now() };
}
