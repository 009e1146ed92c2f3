import type { messageRoutes } from '@jishi/contract/messages';
import type { Handlers } from '../http';
import { addGrants, templatesFor } from './grants';

export const messageHandlers: Handlers<typeof messageRoutes> = {
  'GET /api/messages/templates': async (ctx, { query, session }) => ({
    items: await templatesFor(ctx.db, session, query.moment),
  }),
  'POST /api/messages/grants': (ctx, { body, session, idempotencyKey }) =>
    addGrants(ctx, session, idempotencyKey, body.accepted),
};
