import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RouteShape } from '@jishi/contract/defineRoutes';
import type { StockShown } from './cache/hotReads';
import type { Context } from './context';
import { hotRoute } from './hotRoute';
import { readCall, type Call } from './readCall';

/** One handler a route; what it returns is checked against the route's `ok` by the compiler. */
export type Handlers<T extends Record<string, RouteShape>> = {
  [N in keyof T]: Handler<T[N]> | (T[N] extends { access: 'public' } ? HotHandler<T[N]> | FixedHandler<T[N]> : never);
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

/** Registers a route table. Every route must have a handler: the type says so, and start-up checks it once more. */
export function registerRoutes<T extends Record<string, RouteShape>>(
  app: FastifyInstance,
  ctx: Context,
  routes: T,
  handlers: Handlers<T>,
): void {
  for (const name of Object.keys(routes)) {
    const route: RouteShape = routes[name]!;
    const handler = handlers[name] as
      Handler<RouteShape> | HotHandler<RouteShape> | FixedHandler<RouteShape> | undefined;
    if (!handler) throw new Error(`no handler for ${name}`);
    const [method, url] = name.split(' ') as [string, string];
    const status = route.status ?? 200;
    app.route({
      method,
      url,
      // answers go out through a serialiser compiled from the schema, which also drops whatever it does not name
      schema: { response: { [status]: z.toJSONSchema(route.ok, { target: 'draft-7', io: 'output' }) } },
      handler:
        typeof handler === 'object' && 'stock' in handler
          ? hotRoute(ctx, name, route, handler)
          : async (request, reply) => {
              const call = await readCall(ctx, route, request);
              if (typeof handler === 'object') return sendFixed(ctx, handler, call, request, reply);
              const answer = await handler(ctx, call);
              return reply.code(status).send(answer);
            },
    });
  }
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
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}
