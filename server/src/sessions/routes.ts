import type { sessionRoutes } from '@jishi/contract/sessions';
import type { Handlers } from '../http';
import { createSession } from './createSession';

export const sessionHandlers: Handlers<typeof sessionRoutes> = {
  'POST /api/sessions': (ctx, { body }) => createSession(ctx, body),
  'GET /api/shop': async ({ env, now }) => ({
    name: env.SHOP_NAME,
    serverTime: now().toISOString(),
    isDemo: env.platformMode === 'fake',
    shipping: { feeFen: env.SHIPPING_FEE_FEN, freeFromFen: env.FREE_SHIPPING_FROM_FEN },
    orderTtlMs: env.ORDER_TTL_MINUTES * 60_000,
  }),
};
