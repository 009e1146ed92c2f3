import type { RouteOk } from '@jishi/contract/routes';
import { callPublic } from './request';

export type Suggestions = RouteOk<'GET /api/search/suggestions'>;
export type HotWords = RouteOk<'GET /api/search/hot'>;

export function suggest(q: string): Promise<Suggestions> {
  return callPublic('GET /api/search/suggestions', { query: { q } }, 'items');
}

export function listHotWords(): Promise<HotWords> {
  return callPublic('GET /api/search/hot', {}, 'items');
}
