import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { z } from 'zod';
import type { AdminRouteShape } from '@jishi/contract/admin/defineAdminRoutes';
import { authenticateEmployee, type Actor } from './adminAuth';
import { writeAudit, type AuditEntry } from './audit';
import type { Context } from './context';
import { sqlState } from './db/db';
import { joined } from './db/joined';
import { AppError } from './errors';
import { parse, type Parsed } from './readCall';
import { takeFiles } from './takeFiles';

/** What an admin handler gets. A route for `anyone` has no actor. */
export type AdminCall<R extends AdminRouteShape> = Parsed<R, 'params'> &
  Parsed<R, 'query'> &
  Parsed<R, 'body'> & { requestId: string; /** Of the caller. */ ip: string } & (R extends { roles: 'anyone' }
    ? unknown
    : { actor: Actor }) &
  (R extends { isUpload: true } ? { upload: Readable } : unknown);

/** What a write has done, for the answer and for the audit log. */
export interface Done<T> extends Pick<AuditEntry, 'target' | 'before' | 'after'> {
  answer: T;
  /** It goes on with something that has its line in the log: an editor that saves by itself is not noted every second. */
  isNoted?: boolean;
}

type Answer<R extends AdminRouteShape> = z.input<R['ok']>;

/**
 * Reads answer; writes answer with what they have done. The context of a write has one transaction as its database,
 * which also holds the line of the audit log.
 */
export type AdminHandlers<T extends Record<string, AdminRouteShape>> = {
  [N in keyof T]: (
    ctx: Context,
    call: AdminCall<T[N]>,
  ) => Promise<
    N extends `GET ${string}` ? Answer<T[N]> : T[N] extends { isSelfAudited: true } ? Answer<T[N]> : Done<Answer<T[N]>>
  >;
};

type AnyHandler = (ctx: Context, call: Record<string, unknown>) => Promise<unknown>;

/** Registers the admin routes. One without roles or without a handler stops the start: nothing is open by accident. */
export function registerAdminRoutes<T extends Record<string, AdminRouteShape>>(
  app: FastifyInstance,
  ctx: Context,
  routes: T,
  handlers: AdminHandlers<T>,
): void {
  for (const [name, route] of Object.entries<AdminRouteShape>(routes)) {
    const handler = handlers[name] as AnyHandler | undefined;
    if (!handler) throw new Error(`no handler for ${name}`);
    if (!route.roles?.length) throw new Error(`no roles for ${name}`);
    const [method, url] = name.split(' ') as [string, string];
    const isWrite = method !== 'GET' && !route.isSelfAudited;
    if (route.roles === 'anyone' && isWrite) throw new Error(`${name} has nobody to note in the audit log`);
    const status = route.status ?? 200;
    const options: RouteOptions = {
      method: method as 'GET',
      url,
      schema: { response: { [status]: z.toJSONSchema(route.ok, { target: 'draft-7', io: 'output' }) } },
      handler: async (request, reply) => {
        const call = await readCall(ctx, route, request);
        const answer = isWrite
          ? await write(ctx, name, handler, call as WriteCall)
          : await handler(ctx, call).catch(refuseClash);
        return reply.code(status).header('cache-control', 'no-store').send(answer);
      },
    };
    if (route.isUpload) void app.register(async (scope) => takeFiles(scope).route(options));
    else app.route(options);
  }
}

type WriteCall = { actor: Actor; requestId: string };

async function readCall(ctx: Context, route: AdminRouteShape, request: FastifyRequest) {
  const actor = route.roles === 'anyone' ? undefined : await authenticateEmployee(ctx, request.headers.authorization);
  if (actor && !(route.roles as readonly string[]).includes(actor.role)) throw new AppError('forbidden');
  if (actor?.mustChangePassword && !route.isOpenBeforeChange) throw new AppError('forbidden', { reason: 'password' });
  return {
    actor,
    requestId: request.id,
    ip: request.ip,
    ...(route.isUpload && { upload: (request.body as Readable | undefined) ?? Readable.from([]) }),
    params: route.params && parse(route.params, request.params, 'params'),
    query: route.query && parse(route.query, request.query, 'query'),
    body: route.body && parse(route.body, request.body ?? undefined, 'body'),
  };
}

async function write(ctx: Context, action: string, handler: AnyHandler, call: WriteCall): Promise<unknown> {
  const { employeeId } = call.actor;
  const answer = await ctx.db
    .tx(async (tx) => {
      const done = (await handler({ ...ctx, db: joined(ctx.db, tx) }, { ...call })) as Done<unknown>;
      const { target, before, after } = done;
      if (!done.isNoted)
        await writeAudit(ctx, tx, { employeeId, action, target, before, after, requestId: call.requestId });
      return done.answer;
    })
    .catch(refuseClash);
  ctx.kickJobs();
  return answer;
}

/** A unique or foreign key that two employees ran into at once: the later one is told. */
function refuseClash(error: unknown): never {
  if (['23505', '23503'].includes(sqlState(error) ?? '')) throw new AppError('conflict');
  throw error;
}
