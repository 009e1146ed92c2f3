import type { storeRoutes } from '@jishi/contract/stores';
import type { Handlers } from '../http';
import { listStores } from './stores';

export const storeHandlers: Handlers<typeof storeRoutes> = {
  'GET /api/stores': async (ctx, { query }) => ({ items: await listStores(ctx, query) }),
};
