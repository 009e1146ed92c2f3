import type { RouteInput, RouteName, RouteOk, Routes } from '@jishi/contract/routes';
import { ApiError, hasCode } from '@/lib/apiError';
import { send, sendKept, type Exchange } from '@/lib/send';
import { getToken, knownToken, renewToken } from '@/lib/session';

type PublicRoute = { [N in RouteName]: Routes[N]['access'] extends 'public' ? N : never }[RouteName];

type Part<N extends RouteName> = keyof RouteOk<N> & string;

/** Every part that some route asks for; the exact shape of each is checked at `call`. */
interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: object;
  idempotencyKey?: string;
}

/**
 * Calls one route as the signed-in person, logging in silently when needed, and once more when the session turns out
 * to have ended. `holds` names a part without which an answer is not ours. Throws ApiError.
 */
export async function call<N extends Exclude<RouteName, PublicRoute>>(
  route: N,
  input: RouteInput<N>,
  holds?: Part<N>,
): Promise<RouteOk<N>> {
  return checked(await withSession(await getToken(), toExchange(route, input as AnyInput), send), holds);
}

/** Calls a route that needs nobody; the token goes along when there is one, but nothing waits for a login. */
export async function callPublic<N extends PublicRoute>(
  route: N,
  input: RouteInput<N>,
  holds?: Part<N>,
): Promise<RouteOk<N>> {
  const exchange = toExchange(route, input as AnyInput);
  const token = knownToken();
  return checked(await (token ? withSession(token, exchange, send) : send(exchange)), holds);
}

/**
 * `callPublic` for an answer that the phone keeps: super-apps keep none for us. `etag` is the kept one's; `ok` is null
 * when that one is still right.
 */
export async function callKept<N extends PublicRoute>(
  route: N,
  input: RouteInput<N>,
  etag: string | null,
  holds: Part<N>,
): Promise<{ ok: RouteOk<N> | null; etag: string | null; date: string | null }> {
  const exchange = { ...toExchange(route, input as AnyInput), etag };
  const token = knownToken();
  const { body, ...rest } = await (token ? withSession(token, exchange, sendKept) : sendKept(exchange));
  return { ...rest, ok: body === null ? null : checked<RouteOk<N>>(body, holds) };
}

/** The contract's schemas are too heavy for the phone; one named part tells our answer from a stranger's JSON. */
function checked<T>(answer: unknown, holds: string | undefined): T {
  const part = holds && (answer as Record<string, unknown>)[holds];
  if (part === undefined && holds) throw new ApiError('bad_answer', 200);
  if (holds === 'items' && !Array.isArray(part)) throw new ApiError('bad_answer', 200);
  return answer as T;
}

async function withSession<T>(
  token: string,
  exchange: Exchange,
  through: (exchange: Exchange) => Promise<T>,
): Promise<T> {
  try {
    return await through({ ...exchange, token });
  } catch (error) {
    if (!hasCode(error, 'session_required')) throw error;
    return through({ ...exchange, token: await renewToken(token) });
  }
}

function toExchange(route: string, { params = {}, query = {}, body, idempotencyKey }: AnyInput): Exchange {
  const [method, pattern = ''] = route.split(' ') as [Exchange['method'], string];
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return {
    method,
    path: pairs.length ? `${path}?${pairs.join('&')}` : path,
    ...(body && { body }),
    ...(idempotencyKey && { idempotencyKey }),
  };
}
