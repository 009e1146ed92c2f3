import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { z } from 'zod';
import type { RouteShape } from '@jishi/contract/defineRoutes';
import type { StockShown } from './cache/hotReads';
import type { Context } from './context';
import { hasCurrent } from './hasCurrent';
import { hotRoute } from './hotRoute';
import { readCall, type Call } from './readCall';
import { takeFiles } from './takeFiles';

/** One handler a route; what it returns is checked against the route's `ok` by the compiler. */
export type Handlers<T extends Record<string, RouteShape>> = {
  [N in keyof T]:
    | Handler<T[N]>
    | (T[N] extends { access: 'public' } ? HotHandler<T[N]> | FixedHandler<T[N]> | TaggedHandler<T[N]> : never);
};

type Handler<R extends RouteShape> = (ctx: Context, call: Call<R>) => Promise<z.input<R['ok']>>;

/**
 * A public answer that depends on the call and the catalogue alone: kept, serialised, until the catalogue changes or
 * what it shows of the stock. A writer of what it reads must bump (db/revisions.ts).
 */
export interface HotHandler<R extends RouteShape> {
  answer: Handler<R>;
  stock(call: Call<R>): StockShown;
  /** Where `stock` names a product: its units as the answer shows them. */
  units?(answer: z.input<R['ok']>): string;
}

/** A public answer that depends on the call and this version of the server alone: whoever has it may keep it. */
export interface FixedHandler<R extends RouteShape> {
  answer: Handler<R>;
  maxAgeSeconds: number;
}

/** An answer for one client, which asks each time whether it has changed. It is made as text, `ok` is not looked at. */
export interface TaggedHandler<R extends RouteShape> {
  /** `authorization`: the caller's header, for what is public but different for those who have signed in. */
  answerWithTag(
    ctx: Context,
    call: Call<R>,
    authorization: string | undefined,
  ): Promise<{ body: string; etag: string }>;
}

type AnyHandler =
  Handler<RouteShape> | HotHandler<RouteShape> | FixedHandler<RouteShape> | TaggedHandler<RouteShape> | undefined;

/** Registers a route table. Every route must have a handler: the type says so, and start-up checks it once more. */
export function registerRoutes<T extends Record<string, RouteShape>>(
  app: FastifyInstance,
  ctx: Context,
  routes: T,
  handlers: Handlers<T>,
): void {
  for (const name of Object.keys(routes)) {
    const route: RouteShape = routes[name]!;
    const handler = handlers[name] as AnyHandler;
    if (!handler) throw new Error(`no handler for ${name}`);
    const [method, url] = name.split(' ') as [string, string];
    const status = route.status ?? 200;
    const options: RouteOptions = {
      method: method as 'GET',
      url,
      // answers go out through a serialiser compiled from the schema, which also drops whatever it does not name
      schema: { response: { [status]: z.toJSONSchema(route.ok, { target: 'draft-7', io: 'output' }) } },
      handler:
        typeof handler === 'object' && 'stock' in handler
          ? hotRoute(ctx, name, route, handler)
          : async (request, reply) => {
              const call = await readCall(ctx, route, request);
              if (typeof handler === 'object' && 'answerWithTag' in handler)
                return sendTagged(ctx, handler, call, request, reply);
              if (typeof handler === 'object') return sendFixed(ctx, handler, call, request, reply);
              const answer = await handler(ctx, call);
              return reply.code(status).send(answer);
            },
    };
    if (route.isUpload) void app.register(async (scope) => takeFiles(scope).route(options));
    else app.route(options);
  }
}

async function sendTagged(
  ctx: Context,
  handler: TaggedHandler<RouteShape>,
  call: Call<RouteShape>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { body, etag } = await handler.answerWithTag(ctx, call, request.headers.authorization);
  void reply.headers({ etag, 'cache-control': 'private, no-cache' });
  if (hasCurrent(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}

async function sendFixed(
  ctx: Context,
  handler: FixedHandler<RouteShape>,
  call: Call<RouteShape>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const answer = await handler.answer(ctx, call);
  const body = reply.serializeInput(answer as Record<string, unknown>, '200') as string;
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  void reply.headers({ etag, 'cache-control': `public, max-age=${handler.maxAgeSeconds}` });
  if (hasCurrent(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}
