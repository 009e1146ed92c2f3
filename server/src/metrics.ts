import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Context } from './context';
import { sql } from './db/db';
import { AppError } from './errors';

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: Prometheus text. */
export function registerMetrics(app: FastifyInstance, ctx: Context): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  // an app that is being closed must be taken out of the load balancer before its port goes away
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });

  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const isUp =
      !isClosing &&
      (await ctx.db.query(sql`select 1`).then(
        () => true,
        () => false,
      ));
    return reply.code(isUp ? 200 : 503).send({ status: isUp ? 'ready' : 'unavailable' });
  });
  app.get('/metrics', async (request, reply) => {
    requireInsider(ctx, request);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** In production what tells outsiders about the inside needs METRICS_TOKEN; without one it does not exist. */
export function requireInsider(ctx: Context, request: FastifyRequest): void {
  const { isProduction, METRICS_TOKEN } = ctx.env;
  if (!isProduction) return;
  if (!METRICS_TOKEN || request.headers.authorization !== `Bearer ${METRICS_TOKEN}`) throw new AppError('not_found');
}
