import type { z } from 'zod';
import type { ErrorCode } from './plain/errors';

/**
 * `public` needs no session; `session` does. Everything a person owns is `session`. `till`: the session of somebody who
 * works for the shop, or the key of a cash desk; whoever has neither is told `session_required` or `forbidden`.
 */
export type Access = 'public' | 'session' | 'till';

export interface RouteShape {
  summary: string;
  access: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  /** The request must carry an `Idempotency-Key` header. */
  isIdempotent?: true;
  /** The body is a form with one file in it, whose name and content type are not looked at. */
  isUpload?: true;
  body?: z.ZodType;
  ok: z.ZodType;
  /** 200 unless said. */
  status?: 201;
  /** Codes beyond those that every route can answer (invalid_request, session_required, rate_limited, internal ...). */
  errors: readonly ErrorCode[];
}

/**
 * Keeps each route's exact type while checking its shape. Keys read `METHOD /path/:param`.
 * There is no PATCH: `wx.request` and `my.request` cannot send it.
 */
export function defineRoutes<const T extends Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`, RouteShape>>(
  routes: T,
): T {
  return routes;
}
