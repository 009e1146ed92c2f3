import type { uploadRoutes } from '@jishi/contract/uploads';
import type { Handlers } from '../http';
import { keepUpload } from './uploads';

export const uploadHandlers: Handlers<typeof uploadRoutes> = {
  'POST /api/uploads': (ctx, { session, form }) => keepUpload(ctx, session.userId, form),
};
