import type { noticeRoutes } from '@jishi/contract/notices';
import type { Handlers } from '../http';
import { addNotice, listNotices, removeNotice } from './notices';

export const noticeHandlers: Handlers<typeof noticeRoutes> = {
  'GET /api/notices': (ctx, { query, session }) => listNotices(ctx.db, session.userId, query.productId),
  'POST /api/notices': (ctx, { body, session }) => addNotice(ctx, session.userId, body),
  'DELETE /api/notices/:noticeId': async (ctx, { params, session }) => {
    await removeNotice(ctx.db, session.userId, params.noticeId);
    return {};
  },
};
