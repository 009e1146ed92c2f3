import type { adminBoardRoutes } from '@jishi/contract/admin/board';
import type { AdminHandlers } from '../adminHttp';
import { readBoard } from './readBoard';

export const adminBoardHandlers: AdminHandlers<typeof adminBoardRoutes> = {
  'GET /admin/board': (ctx, { actor }) => readBoard(ctx, actor),
};
