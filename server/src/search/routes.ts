import type { searchRoutes } from '@jishi/contract/search';
import type { Handlers } from '../http';
import { listHotWords } from './hotWords';
import { suggest } from './suggest';

export const searchHandlers: Handlers<typeof searchRoutes> = {
  'GET /api/search/suggestions': (ctx, { query }) => suggest(ctx.db, query.q),
  'GET /api/search/hot': async (ctx) => ({ items: await listHotWords(ctx.db) }),
};
