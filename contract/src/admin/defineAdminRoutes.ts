import { z } from 'zod';
import type { ErrorCode } from '../plain/errors';
import { MAX_PAGE } from '../plain/limits';
import type { Role } from '../plain/roles';
import { Id } from '../schema';

/** Lists of the console go from new to old; the cursor is the id of the last item seen. */
export const AdminPageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(20),
  cursor: Id.optional(),
});

export interface AdminRouteShape {
  summary: string;
  /** Who may use the route. Nobody who is not named; `anyone` is for the routes that sign in. */
  roles: readonly [Role, ...Role[]] | 'anyone';
  /**
   * Every write is noted in the audit log by the one who registers the routes. These note themselves, in the
   * transaction of their success, because their refusals must be kept too (tries at a password).
   */
  isSelfAudited?: true;
  /** Also for those who must change the password first that an owner gave them. */
  isOpenBeforeChange?: true;
  /** The body is a file and nothing else; its name and content type are not looked at. */
  isUpload?: true;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  ok: z.ZodType;
  /** 200 unless said. */
  status?: 201;
  /** Codes beyond those that every route can answer. */
  errors: readonly ErrorCode[];
}

/** Keeps each route's exact type while checking its shape, as `defineRoutes` does for the shop's own API. */
export function defineAdminRoutes<
  const T extends Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /admin/${string}`, AdminRouteShape>,
>(routes: T): T {
  return routes;
}
