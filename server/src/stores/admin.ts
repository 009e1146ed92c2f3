import type { adminStoreRoutes } from '@jishi/contract/admin/stores';
import type { AdminHandlers } from '../adminHttp';
import { findStores, saveStore } from './editStores';

export const adminStoreHandlers: AdminHandlers<typeof adminStoreRoutes> = {
  'GET /admin/stores': async (ctx) => ({ items: await findStores(ctx.db) }),
  'POST /admin/stores': async (ctx, { body }) => {
    const { after } = await saveStore(ctx, null, body);
    return { answer: after, target: `store ${after.id}`, before: null, after };
  },
  'PUT /admin/stores/:storeId': async (ctx, { params, body }) => {
    const { before, after } = await saveStore(ctx, params.storeId, body);
    return { answer: after, target: `store ${after.id}`, before, after };
  },
};
