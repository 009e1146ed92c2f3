import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyServerFactory } from 'fastify';
import type { ErrorBody, ErrorCode } from '@jishi/contract/plain/errors';
import type { Env } from './env';
import { AppError } from './errors';
import { safetyHeaders } from './safetyHeaders';

const BODY_LIMIT = 256 * 1024;

/** What the shop's origin and the console's have in common: request ids, safety headers, one road for errors, limits. */
export async function baseApp(env: Env, serverFactory?: FastifyServerFactory<Server>): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: env.TRUST_PROXY,
    requestTimeout: 30_000,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : randomUUID();
    },
    logger: { level: env.LOG_LEVEL, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    frameworkErrors: (error, request, reply) =>
      void sendError(error, request.id, reply as FastifyReply, () => undefined),
    ...(serverFactory && { serverFactory }),
  });

  const safety = safetyHeaders();
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(safety).header('x-request-id', request.id);
    done();
  });
  app.setErrorHandler((error, request, reply) =>
    sendError(error, request.id, reply, () => request.log.error({ err: error }, 'request failed')),
  );
  app.setNotFoundHandler((request, reply) => sendError(new AppError('not_found'), request.id, reply, () => undefined));

  await app.register(rateLimit, {
    max: env.RATE_LIMIT,
    timeWindow: '1 minute',
    allowList: (request) => request.url === '/healthz' || request.url.startsWith('/assets/'),
    errorResponseBuilder: () => new AppError('rate_limited'),
  });
  return app;
}

/** The only place where an error becomes an answer. What is not ours is logged in full and shown in nothing. */
function sendError(error: unknown, requestId: string, reply: FastifyReply, log: () => void): FastifyReply {
  const known = error instanceof AppError ? error : fromFramework(error);
  // a platform that fails has its reason in the error's name and cause, which nobody outside hears
  if (!known || known.status >= 500) log();
  const { code, message, details, status } = known ?? new AppError('internal');
  const body: ErrorBody = { error: { code, message, ...(details !== undefined && { details }), requestId } };
  return reply.code(status).send(body);
}

/** Fastify's own refusals (malformed JSON, too large, wrong type, bad URL) in our codes. */
function fromFramework(error: unknown): AppError | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  const codes: Record<number, ErrorCode> = {
    400: 'invalid_request',
    404: 'not_found',
    413: 'too_large',
    414: 'invalid_request',
    415: 'unsupported_media_type',
    429: 'rate_limited',
  };
  const code = typeof status === 'number' ? codes[status] : undefined;
  return code ? new AppError(code) : null;
}
