import type { sessionRoutes } from '@jishi/contract/sessions';
import type { Handlers } from '../http';
import { createSession } from './createSession';

/** `GET /api/shop` is answered by pricing, which knows what delivery costs. */
export const sessionHandlers: Handlers<Omit<typeof sessionRoutes, 'GET /api/shop'>> = {
  'POST /api/sessions': (ctx, { body }) => createSession(ctx, body),
};
