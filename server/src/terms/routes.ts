import type { shopTermRoutes } from '@jishi/contract/shopTerms';
import type { Handlers } from '../http';
import { readShopTerms } from './terms';

export const shopTermHandlers: Handlers<typeof shopTermRoutes> = {
  'GET /api/shop/terms': (ctx) => readShopTerms(ctx),
};
