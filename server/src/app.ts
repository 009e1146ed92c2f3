import type { Server } from 'node:http';
import type { FastifyInstance, FastifyServerFactory } from 'fastify';
import { addressRoutes } from '@jishi/contract/addresses';
import { adminRoutes } from '@jishi/contract/admin/routes';
import { routes } from '@jishi/contract/routes';
import { accountJobs } from './account/deleteAccount';
import { accountHandlers } from './account/routes';
import { adminAftersaleHandlers } from './aftersale/admin';
import { aftersaleJobs } from './aftersale/jobs';
import { aftersaleHandlers } from './aftersale/routes';
import { adminAssetHandlers } from './assets/admin';
import { registerAssets } from './assets/assetRoutes';
import { adminAttributionHandlers } from './attribution/admin';
import { attributionJobs } from './attribution/jobs';
import { assetJobs } from './assets/makeSizes';
import { uploadHandlers } from './assets/routes';
import { uploadJobs } from './assets/uploads';
import { addressHandlers } from './addresses/routes';
import { registerAdminDocs } from './adminDocs';
import { registerAdminRoutes } from './adminHttp';
import { registerBackups } from './backups/routes';
import { baseApp } from './baseApp';
import { cartHandlers } from './carts/routes';
import { adminCodeHandlers } from './codes/admin';
import { codeHandlers, registerShortLinks } from './codes/routes';
import { guardConsole } from './console/guard';
import { registerConsoleSession } from './console/routes';
import type { Context } from './context';
import { adminCouponHandlers } from './coupons/admin';
import { couponJobs } from './coupons/jobs';
import { couponHandlers } from './coupons/routes';
import { employeeHandlers } from './employees/admin';
import { eventHandlers } from './events/routes';
import { favouriteHandlers } from './favourites/routes';
import { historyHandlers } from './history/routes';
import { registerRoutes } from './http';
import { adminImportHandlers } from './imports/admin';
import { registerImports } from './imports/routes';
import { adminBoardHandlers } from './insight/admin';
import { adminLayoutHandlers } from './layouts/admin';
import { consoleOrigin } from './layouts/consoleOrigin';
import { layoutJobs } from './layouts/jobs';
import { openPreview } from './layouts/previews';
import { layoutHandlers } from './layouts/routes';
import { levelJobs } from './members/levelJobs';
import { memberJobs } from './members/mergePeople';
import { memberHandlers } from './members/routes';
import { adminMessageHandlers } from './messages/admin';
import { messageJobs } from './messages/jobs';
import { messageHandlers } from './messages/routes';
import { registerMetrics } from './metrics';
import { noticeHandlers } from './notices/routes';
import { registerDocs } from './openapi';
import {
  adminOrderHandlers,
  adminPickupHandlers,
  adminShipmentHandlers,
  adminShippingReportHandlers,
} from './orders/admin';
import { carrierJobs } from './orders/fakeCarrier';
import { orderHandlers } from './orders/routes';
import { shippingJobs } from './orders/shippingReports';
import type { JobHandlers } from './jobs';
import { adminPaymentHandlers } from './payments/admin';
import { paymentJobs } from './payments/jobs';
import { registerFakePlatform } from './payments/fakeRoutes';
import { registerNotices } from './payments/notify';
import { paymentHandlers } from './payments/routes';
import { phoneHandlers } from './phones/routes';
import { shopHandlers } from './pricing/routes';
import { adminReachDiscountHandlers, adminShippingRuleHandlers } from './pricing/admin';
import { adminCategoryHandlers, adminProductHandlers, adminStockHandlers, adminTtShopHandlers } from './products/admin';
import { adminPointsHandlers } from './points/admin';
import { pointsJobs } from './points/jobs';
import { pointsHandlers } from './points/routes';
import { productHandlers } from './products/routes';
import { adminHotWordHandlers } from './search/admin';
import { searchHandlers } from './search/routes';
import { sessionHandlers } from './sessions/routes';
import { adminStaffHandlers } from './staff/admin';
import { staffHandlers } from './staff/routes';
import { adminStoreHandlers } from './stores/admin';
import { storeHandlers } from './stores/routes';
import { adminShopTermHandlers } from './terms/admin';
import { shopTermHandlers } from './terms/routes';
import { adminTillHandlers } from './till/admin';
import { tillHandlers } from './till/routes';
import { registerConsolePages } from './web/consolePages';
import { registerWeb, type Web } from './web/web';

/** What the job runner can do. */
export const jobHandlers: JobHandlers = {
  ...paymentJobs,
  ...assetJobs,
  ...carrierJobs,
  ...accountJobs,
  ...aftersaleJobs,
  ...uploadJobs,
  ...memberJobs,
  ...levelJobs,
  ...pointsJobs,
  ...messageJobs,
  ...shippingJobs,
  ...layoutJobs,
  ...attributionJobs,
  ...couponJobs,
};

/** All that the console can do. */
const adminHandlers = {
  ...employeeHandlers,
  ...adminProductHandlers,
  ...adminCategoryHandlers,
  ...adminStockHandlers,
  ...adminTtShopHandlers,
  ...adminOrderHandlers,
  ...adminHotWordHandlers,
  ...adminShippingRuleHandlers,
  ...adminShopTermHandlers,
  ...adminStoreHandlers,
  ...adminStaffHandlers,
  ...adminAssetHandlers,
  ...adminReachDiscountHandlers,
  ...adminShipmentHandlers,
  ...adminPickupHandlers,
  ...adminPaymentHandlers,
  ...adminAftersaleHandlers,
  ...adminMessageHandlers,
  ...adminCodeHandlers,
  ...adminCouponHandlers,
  ...adminShippingReportHandlers,
  ...adminLayoutHandlers,
  ...adminBoardHandlers,
  ...adminImportHandlers,
  ...adminAttributionHandlers,
  ...adminTillHandlers,
  ...adminPointsHandlers,
};

export interface AppOptions {
  /** The H5 storefront; absent in tests that need only the API. */
  web?: Web;
  /** Guards the control routes of this process (import while running); absent: no such routes. */
  controlToken?: string;
  /** Puts Fastify behind a server that is already listening. */
  serverFactory?: FastifyServerFactory<Server>;
}

export interface ConsoleOptions {
  /** The built console. */
  web: Web;
  serverFactory?: FastifyServerFactory<Server>;
}

/** Builds the whole application without opening a port: tests call it in-process, main.ts listens. */
export async function buildApp(ctx: Context, options: AppOptions = {}): Promise<FastifyInstance> {
  const { env } = ctx;
  const app = await baseApp(env, options.serverFactory);
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
    ...aftersaleHandlers,
    ...uploadHandlers,
    ...eventHandlers,
    ...layoutHandlers(ctx),
    ...favouriteHandlers,
    ...historyHandlers,
    ...noticeHandlers,
    ...messageHandlers,
    ...codeHandlers,
    ...couponHandlers,
    ...accountHandlers,
    ...phoneHandlers,
    ...staffHandlers,
    ...memberHandlers,
    ...pointsHandlers,
    ...tillHandlers,
  });
  registerAdminDocs(app, ctx);
  registerAdminRoutes(app, ctx, adminRoutes, adminHandlers);
  registerNotices(app, ctx, Object.keys(jobHandlers));
  if (env.platformMode === 'fake') registerFakePlatform(app, ctx);
  if (options.controlToken) registerImports(app, ctx, options.controlToken);
  if (options.controlToken) registerBackups(app, ctx, options.controlToken);
  registerAssets(app, ctx);
  registerShortLinks(app);
  if (options.web) {
    await registerWeb(app, options.web, {
      isTokenGood: async (token) => (await openPreview(ctx, token)) !== null,
      originFor: (referer) => consoleOrigin(env, referer),
    });
  }
  return app;
}

/** The console's own origin: the same admin routes for whoever has its cookie, and the console itself. */
export async function buildConsoleApp(ctx: Context, options: ConsoleOptions): Promise<FastifyInstance> {
  const app = await baseApp(ctx.env, options.serverFactory);
  guardConsole(app, ctx.env);
  registerConsoleSession(app, ctx);
  // a token in a script's hands is what the cookie is there to avoid
  const { 'POST /admin/sessions': _session, 'POST /admin/owner': _owner, ...routes } = adminRoutes;
  registerAdminRoutes(app, ctx, routes, adminHandlers);
  // addresses are chosen from the same regions
  registerRoutes(
    app,
    ctx,
    { 'GET /api/regions': addressRoutes['GET /api/regions'] },
    {
      'GET /api/regions': addressHandlers['GET /api/regions'],
    },
  );
  registerAssets(app, ctx);
  await registerConsolePages(app, ctx.env, options.web);
  return app;
}
