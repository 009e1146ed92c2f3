import type { adminHotWordRoutes } from '@jishi/contract/admin/hotWords';
import type { AdminHandlers } from '../adminHttp';
import { listHotWords, saveHotWords } from './hotWords';

export const adminHotWordHandlers: AdminHandlers<typeof adminHotWordRoutes> = {
  'GET /admin/hot-words': async (ctx) => ({ items: await listHotWords(ctx.db) }),
  'PUT /admin/hot-words': async (ctx, { body }) => {
    const before = await listHotWords(ctx.db);
    await ctx.db.tx((tx) => saveHotWords(tx, body.items));
    return { answer: { items: body.items }, target: 'hot words', before, after: body.items };
  },
};
