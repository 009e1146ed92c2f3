import type { RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type HistoryPage = RouteOk<'GET /api/history'>;
export type HistoryItem = HistoryPage['items'][number];

export function listHistory(query: { cursor?: string }): Promise<HistoryPage> {
  return call('GET /api/history', { query }, 'items');
}

export function recordVisit(productId: string): Promise<object> {
  return call('PUT /api/history/:productId', { params: { productId } });
}

export function removeVisit(productId: string): Promise<object> {
  return call('DELETE /api/history/:productId', { params: { productId } });
}

export function clearHistory(): Promise<object> {
  return call('DELETE /api/history', {});
}
