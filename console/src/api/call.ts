import type { z } from 'zod';
import type { AdminRoutes } from '@jishi/contract/admin/routes';
import { ERROR_STATUS, type ErrorBody } from '@jishi/contract/plain/errors';
import { AdminError } from './adminError';

export type AdminRouteName = keyof AdminRoutes;

type Input<R, K extends string> = R extends { [P in K]: infer S extends z.ZodType }
  ? { [P in K]: z.input<S> }
  : unknown;

/** What the console sends: `params`, `query` and `body` as the route asks, `file` where it takes one. */
export type AdminInput<N extends AdminRouteName> = Input<AdminRoutes[N], 'params'> &
  Input<AdminRoutes[N], 'query'> &
  Input<AdminRoutes[N], 'body'> &
  (AdminRoutes[N] extends { isUpload: true } ? { file: Blob } : unknown);

/** What it gets. */
export type AdminOk<N extends AdminRouteName> = z.output<AdminRoutes[N]['ok']>;

interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: object;
  file?: Blob;
}

/**
 * Calls one route of the console's own origin; the session goes along as a cookie that no script sees.
 * Throws AdminError. A session that has ended is told to `onSignedOut`.
 */
export async function call<N extends AdminRouteName>(route: N, input: AdminInput<N>): Promise<AdminOk<N>> {
  const { params = {}, query = {}, body, file } = input as AnyInput;
  const [method, pattern = ''] = (route as string).split(' ') as [string, string];
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '' && value !== null) search.set(name, String(value));
  }
  const url = search.size > 0 ? `${path}?${search.toString()}` : path;
  return (await send(method, url, file ?? body)) as AdminOk<N>;
}

/** A request to this origin with what tells the server that it comes from this page and not from a stranger's. */
export async function send(method: string, url: string, body?: object): Promise<unknown> {
  const isFile = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers: {
        'x-jishi-console': '1',
        ...(body && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body && { body: isFile ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new AdminError('offline', '连不上服务器，请检查网络后再试');
  }
  return readAnswer(response.status, await response.text());
}

/** The body of a success. Throws AdminError for all else, and tells when nobody is signed in any more. */
export function readAnswer(status: number, text: string): unknown {
  const json = parsed(text);
  if (status < 300 && json !== null) return json;
  const error = (json as Partial<ErrorBody> | null)?.error;
  if (!error || !(error.code in ERROR_STATUS)) throw new AdminError('bad_answer', '服务器没有正常应答，请稍后再试');
  if (error.code === 'session_required') signedOut.forEach((listener) => listener());
  throw new AdminError(error.code, error.message, error.details, error.requestId);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const signedOut = new Set<() => void>();

/** Called when a call finds that nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}
