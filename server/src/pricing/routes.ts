import type { sessionRoutes } from '@jishi/contract/sessions';
import type { Handlers } from '../http';
import { readShippingText } from './shippingWords';

export const shopHandlers: Handlers<Pick<typeof sessionRoutes, 'GET /api/shop'>> = {
  'GET /api/shop': async (ctx) => ({
    name: ctx.env.SHOP_NAME,
    serverTime: ctx.now().toISOString(),
    isDemo: ctx.env.platformMode === 'fake',
    shippingText: await readShippingText(ctx),
    orderTtlMs: ctx.env.ORDER_TTL_MINUTES * 60_000,
  }),
};
