import type { ErrorCode } from '@jishi/contract/plain/errors';
import { ERROR_STATUS } from '@jishi/contract/plain/errors';
import type { RouteName } from '@jishi/contract/routes';
import { queryClient } from '@/lib/queries';
import { forgetSession } from '@/lib/session';
import { platform } from '@/platform';
import type { HttpAnswer, HttpRequest } from '@/platform/types';

export interface SeenRequest extends HttpRequest {
  route: string;
  params: Record<string, string>;
  query: Record<string, string>;
}

type Handler = (request: SeenRequest) => unknown;
/** Names beyond the contract, such as the demo shop's cashier, are written the same way. */
export type Handlers = Partial<Record<RouteName | `POST /fake/${string}`, Handler>>;

/** What a handler returns for anything but 200. */
export function answer(status: number, body: unknown): HttpAnswer {
  return { status, body };
}

export function refuse(code: ErrorCode, details?: unknown): HttpAnswer {
  return answer(ERROR_STATUS[code], { error: { code, message: code, details, requestId: 'request-1' } });
}

/**
 * Answers `platform.request` from a table, as text, the way a server would; a handler that throws is a network that
 * fails. Starts from an empty phone: no session, no storage, no cached queries. `seen` is every request in order.
 */
export function fakeServer(handlers: Handlers) {
  const seen: SeenRequest[] = [];
  // removed one by one: what a full storage refuses is also kept in memory
  Object.keys(localStorage).forEach((key) => platform.removeText(key));
  localStorage.clear();
  forgetSession();
  queryClient.clear();
  const table: Handlers = {
    'POST /api/sessions': () =>
      answer(201, { token: 'token-1', userId: '1', visitId: '1', expiresAt: '2100-01-01T00:00:00.000Z' }),
    ...handlers,
  };
  jest.spyOn(platform, 'request').mockImplementation(async (request) => {
    const found = match(table, request);
    if (!found) throw new Error(`nothing answers ${request.method} ${request.url}`);
    const [handler, full] = found;
    seen.push(full);
    const result = await handler(full);
    return isAnswer(result)
      ? { ...result, body: typeof result.body === 'string' ? result.body : JSON.stringify(result.body) }
      : answer(200, JSON.stringify(result));
  });
  return {
    seen,
    /** The requests to one route. */
    to: (route: RouteName | `POST /fake/${string}`) => seen.filter((request) => request.route === route),
    /** Changes what is answered from now on. */
    set: (changes: Handlers) => Object.assign(table, changes),
  };
}

function isAnswer(value: unknown): value is HttpAnswer {
  return (
    typeof value === 'object' && value !== null && /^body,(headers,)?status$/.test(Object.keys(value).sort().join())
  );
}

function match(table: Handlers, request: HttpRequest): [Handler, SeenRequest] | undefined {
  const [path = '', search = ''] = request.url.split('?');
  for (const [route, handler] of Object.entries(table)) {
    const [method, pattern = ''] = route.split(' ');
    const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!);
    const found = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`).exec(path);
    if (method !== request.method || !found || !handler) continue;
    const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1]!)]));
    return [handler, { ...request, route, params, query: Object.fromEntries(new URLSearchParams(search)) }];
  }
  return undefined;
}
