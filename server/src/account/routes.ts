import type { accountRoutes } from '@jishi/contract/account';
import type { Handlers } from '../http';
import { getAccountDeletion, requestAccountDeletion, withdrawAccountDeletion } from './deletion';

export const accountHandlers: Handlers<typeof accountRoutes> = {
  'GET /api/account/deletion': (ctx, { session }) => getAccountDeletion(ctx.db, session.userId),
  'POST /api/account/deletion': (ctx, { session }) => requestAccountDeletion(ctx, session.userId),
  'DELETE /api/account/deletion': (ctx, { session }) => withdrawAccountDeletion(ctx.db, session.userId),
};
