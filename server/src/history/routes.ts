import type { historyRoutes } from '@jishi/contract/history';
import type { Handlers } from '../http';
import { clearHistory, listHistory, recordVisit, removeVisit } from './history';

export const historyHandlers: Handlers<typeof historyRoutes> = {
  'GET /api/history': (ctx, { query, session }) => listHistory(ctx.db, session.userId, query),
  'PUT /api/history/:productId': async (ctx, { params, session }) => {
    await recordVisit(ctx, session.userId, params.productId);
    return {};
  },
  'DELETE /api/history/:productId': async (ctx, { params, session }) => {
    await removeVisit(ctx.db, session.userId, params.productId);
    return {};
  },
  'DELETE /api/history': async (ctx, { session }) => {
    await clearHistory(ctx.db, session.userId);
    return {};
  },
};
