import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { call } from './request';

export type NoticeList = RouteOk<'GET /api/notices'>;
export type Notice = NoticeList['items'][number];
export type Wish = RouteInput<'POST /api/notices'>['body'];

/** All of a person's notices, or those about one product. */
export function listNotices(productId?: string): Promise<NoticeList> {
  return call('GET /api/notices', { query: { productId } }, 'items');
}

export function addNotice(wish: Wish): Promise<Notice> {
  return call('POST /api/notices', { body: wish }, 'id');
}

export function removeNotice(noticeId: string): Promise<object> {
  return call('DELETE /api/notices/:noticeId', { params: { noticeId } });
}
