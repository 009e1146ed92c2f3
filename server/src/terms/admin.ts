import type { adminShopTermRoutes } from '@jishi/contract/admin/shopTerms';
import type { AdminHandlers } from '../adminHttp';
import { readTerms, saveTerms } from './terms';

export const adminShopTermHandlers: AdminHandlers<typeof adminShopTermRoutes> = {
  'GET /admin/shop-terms': (ctx) => readTerms(ctx.db),
  'PUT /admin/shop-terms': async (ctx, { body }) => {
    const { before, after } = await saveTerms(ctx.db, body);
    return { answer: after, target: 'shop terms', before, after };
  },
};
