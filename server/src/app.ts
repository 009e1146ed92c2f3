import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyServerFactory } from 'fastify';
import { adminRoutes } from '@jishi/contract/admin/routes';
import { routes } from '@jishi/contract/routes';
import type { ErrorBody, ErrorCode } from '@jishi/contract/plain/errors';
import { accountJobs } from './account/deleteAccount';
import { accountHandlers } from './account/routes';
import { adminAssetHandlers } from './assets/admin';
import { registerAssets } from './assets/assetRoutes';
import { assetJobs } from './assets/makeSizes';
import { addressHandlers } from './addresses/routes';
import { registerAdminDocs } from './adminDocs';
import { registerAdminRoutes } from './adminHttp';
import { cartHandlers } from './carts/routes';
import type { Context } from './context';
import { employeeHandlers } from './employees/admin';
import { AppError } from './errors';
import { eventHandlers } from './events/routes';
import { favouriteHandlers } from './favourites/routes';
import { historyHandlers } from './history/routes';
import { registerRoutes } from './http';
import { registerImports } from './imports/routes';
import { registerMetrics } from './metrics';
import { noticeHandlers } from './notices/routes';
import { registerDocs } from './openapi';
import { adminOrderHandlers, adminPickupHandlers, adminShipmentHandlers } from './orders/admin';
import { carrierJobs } from './orders/fakeCarrier';
import { orderHandlers } from './orders/routes';
import type { JobHandlers } from './jobs';
import { paymentJobs } from './payments/jobs';
import { registerFakePlatform } from './payments/fakeRoutes';
import { registerNotices } from './payments/notify';
import { paymentHandlers } from './payments/routes';
import { shopHandlers } from './pricing/routes';
import { adminReachDiscountHandlers, adminShippingRuleHandlers } from './pricing/admin';
import { adminCategoryHandlers, adminProductHandlers, adminStockHandlers } from './products/admin';
import { productHandlers } from './products/routes';
import { safetyHeaders } from './safetyHeaders';
import { adminHotWordHandlers } from './search/admin';
import { searchHandlers } from './search/routes';
import { sessionHandlers } from './sessions/routes';
import { adminStoreHandlers } from './stores/admin';
import { storeHandlers } from './stores/routes';
import { adminShopTermHandlers } from './terms/admin';
import { shopTermHandlers } from './terms/routes';
import { registerWeb, type Web } from './web/web';

const BODY_LIMIT = 256 * 1024;

/** What the job runner can do. */
export const jobHandlers: JobHandlers = { ...paymentJobs, ...assetJobs, ...carrierJobs, ...accountJobs };

export interface AppOptions {
  /** The H5 storefront; absent in tests that need only the API. */
  web?: Web;
  /** Guards the control routes of this process (import while running); absent: no such routes. */
  controlToken?: string;
  /** Puts Fastify behind a server that is already listening. */
  serverFactory?: FastifyServerFactory<Server>;
}

/** Builds the whole application without opening a port: tests call it in-process, main.ts listens. */
export async function buildApp(ctx: Context, options: AppOptions = {}): Promise<FastifyInstance> {
  const { env } = ctx;
  const app: FastifyInstance = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: env.TRUST_PROXY,
    requestTimeout: 30_000,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : randomUUID();
    },
    logger: { level: env.LOG_LEVEL, redact: ['req.headers.authorization'] },
    frameworkErrors: (error, request, reply) =>
      void sendError(error, request.id, reply as FastifyReply, () => undefined),
    ...(options.serverFactory && { serverFactory: options.serverFactory }),
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
  registerMetrics(app, ctx);
  registerDocs(app, ctx);
  registerRoutes(app, ctx, routes, {
    ...sessionHandlers,
    ...shopHandlers,
    ...shopTermHandlers,
    ...productHandlers,
    ...searchHandlers,
    ...cartHandlers,
    ...addressHandlers,
    ...storeHandlers,
    ...orderHandlers,
    ...paymentHandlers,
    ...eventHandlers,
    ...favouriteHandlers,
    ...historyHandlers,
    ...noticeHandlers,
    ...accountHandlers,
  });
  registerAdminDocs(app, ctx);
  registerAdminRoutes(app, ctx, adminRoutes, {
    ...employeeHandlers,
    ...adminProductHandlers,
    ...adminCategoryHandlers,
    ...adminStockHandlers,
    ...adminOrderHandlers,
    ...adminHotWordHandlers,
    ...adminShippingRuleHandlers,
    ...adminShopTermHandlers,
    ...adminStoreHandlers,
    ...adminAssetHandlers,
    ...adminReachDiscountHandlers,
    ...adminShipmentHandlers,
    ...adminPickupHandlers,
  });
  registerNotices(app, ctx);
  if (env.platformMode === 'fake') registerFakePlatform(app, ctx);
  if (options.controlToken) registerImports(app, ctx, options.controlToken);
  registerAssets(app, ctx);
  if (options.web) await registerWeb(app, options.web);
  return app;
}

/** The only place where an error becomes an answer. What is not ours is logged in full and shown in nothing. */
function sendError(error: unknown, requestId: string, reply: FastifyReply, log: () => void): FastifyReply {
  const known = error instanceof AppError ? error : fromFramework(error);
  if (!known) log();
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
