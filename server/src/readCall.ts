import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RouteShape } from '@jishi/contract/defineRoutes';
import { IdempotencyHeaders } from '@jishi/contract/schema';
import { authenticate, type SessionRow } from './auth';
import type { Context } from './context';
import { AppError } from './errors';

export type Parsed<R, K extends string> = R extends { [P in K]: infer S extends z.ZodType }
  ? { [P in K]: z.output<S> }
  : unknown;

/** What a handler gets: parsed by the contract's schemas, with the caller's session where the route asks for one. */
export type Call<R extends RouteShape> = Parsed<R, 'params'> &
  Parsed<R, 'query'> &
  Parsed<R, 'body'> &
  (R extends { access: 'session' } ? { session: SessionRow } : unknown) &
  // who stands behind it is found out by the feature
  (R extends { access: 'till' } ? { authorization: string | undefined } : unknown) & {
    /** The caller's address, as far as the proxies are trusted. */
    ip: string;
    requestId: string;
  } & (R extends { isIdempotent: true } ? { idempotencyKey: string } : unknown) &
  (R extends { isUpload: true } ? { form: { body: Readable; contentType: string | undefined } } : unknown);

/** Throws `session_required`, `invalid_request`, `idempotency_key_required`. */
export async function readCall(ctx: Context, route: RouteShape, request: FastifyRequest): Promise<Call<RouteShape>> {
  const session = route.access === 'session' ? await authenticate(ctx, request.headers.authorization) : undefined;
  return {
    params: route.params && parse(route.params, request.params, 'params'),
    query: route.query && parse(route.query, request.query, 'query'),
    body: route.body && parse(route.body, request.body ?? undefined, 'body'),
    idempotencyKey: route.isIdempotent && readIdempotencyKey(request),
    session,
    ...(route.access === 'till' && { authorization: request.headers.authorization }),
    ip: request.ip,
    requestId: request.id,
    ...(route.isUpload && {
      form: {
        body: (request.body as Readable | undefined) ?? Readable.from([]),
        contentType: request.headers['content-type'],
      },
    }),
  } as Call<RouteShape>;
}

function readIdempotencyKey(request: FastifyRequest): string {
  if (!request.headers['idempotency-key']) throw new AppError('idempotency_key_required');
  return parse(IdempotencyHeaders, request.headers, 'headers')['idempotency-key'];
}

/** Throws `invalid_request` with what is wrong and where. */
export function parse<S extends z.ZodType>(schema: S, value: unknown, part: string): z.output<S> {
  if (!isStorable(value))
    throw new AppError('invalid_request', { issues: [{ path: part, message: '含有无法保存的字符' }] });
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, 20).map((issue) => ({
    path: [part, ...issue.path].join('.'),
    message: issue.message,
  }));
  throw new AppError('invalid_request', { issues });
}

/** Nothing of ours is nested deeper; whoever walks a document may rely on it. */
const DEEPEST = 50;

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
function isStorable(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return !/[\0\p{Surrogate}]/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, child]) => isStorable(key) && isStorable(child, depth + 1));
}
