import type { RouteOk } from '@jishi/contract/routes';
import { callPublic } from './request';

export type Store = RouteOk<'GET /api/stores'>['items'][number];

/** Stores where goods can be picked up, nearest first when the place is known. Degrees. */
export async function listStores(place?: { lat: number; lng: number }): Promise<Store[]> {
  return (await callPublic('GET /api/stores', { query: place ?? {} }, 'items')).items;
}
