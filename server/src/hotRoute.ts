import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteShape } from '@jishi/contract/defineRoutes';
import type { StockShown } from './cache/hotReads';
import type { Context } from './context';
import { hasCurrent } from './hasCurrent';
import type { HotHandler } from './http';
import { readCall, type Call } from './readCall';

/** What an address asks of a hot route, once understood. */
interface Asked {
  call: Call<RouteShape>;
  key: string;
  stock: StockShown;
}

/** So many addresses are remembered for each route; a stranger may make up as many as they like. */
const REMEMBERED = 4000;

/** Answers a public route from the cache. It reads nothing but the address, so an address is understood once. */
export function hotRoute(ctx: Context, name: string, route: RouteShape, handler: HotHandler<RouteShape>) {
  const asked = new Map<string, Asked>();

  async function understand(request: FastifyRequest): Promise<Asked> {
    const call = await readCall(ctx, route, request);
    const { params, query } = call as { params?: unknown; query?: unknown };
    // not who asks: the answer is for everybody
    const meaning = { call, key: `${name} ${JSON.stringify([params, query])}`, stock: handler.stock(call) };
    if (asked.size >= REMEMBERED) asked.clear();
    asked.set(request.url, meaning);
    return meaning;
  }

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { call, key, stock } = asked.get(request.url) ?? (await understand(request));
    const { body, etag } = await ctx.hot.answer({
      key,
      stock,
      async compute() {
        const answer = await handler.answer(ctx, call);
        const text = reply.serializeInput(answer as Record<string, unknown>, '200') as string;
        return { body: Buffer.from(text), units: handler.units?.(answer) };
      },
    });
    void reply.headers({ etag, 'cache-control': 'no-cache' });
    if (hasCurrent(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(body);
  };
}
