import type { HttpAnswer } from '@/platform/types';
import type { SeenRequest } from './fakeServer';

export interface Released {
  document: unknown;
  etag?: string;
  releaseId?: string | null;
  arm?: number;
  nextChangeAt?: string | null;
  /** By the server's clock. */
  now?: number;
}

/** A page's layout as the server tells it: 304 for whoever has it already. */
export function layoutAnswer(request: SeenRequest, released: Released): HttpAnswer {
  const { document, etag = '"1"', releaseId = '7', arm = 0, nextChangeAt = null, now = Date.now() } = released;
  const headers = { etag, date: new Date(now).toUTCString() };
  if (request.headers['If-None-Match'] === etag) return { status: 304, body: '', headers };
  const serverTime = new Date(now).toISOString();
  const body = JSON.stringify({ releaseId, versionId: releaseId, arm, serverTime, nextChangeAt, document });
  return { status: 200, body, headers };
}

/** A page of headings, each named by its title. */
export const pageOf = (page: string, ...titles: (string | object)[]) => ({
  contract: 1,
  page,
  title: '集市',
  blocks: titles.map((title, index) =>
    typeof title === 'object'
      ? title
      : { id: `b${index}`, kind: 'heading', v: 1, props: { title, subtitle: '', link: { type: 'none' } } },
  ),
});
