import type { eventRoutes } from '@jishi/contract/events';
import type { Handlers } from '../http';
import { recordEvents } from './recordEvents';

export const eventHandlers: Handlers<typeof eventRoutes> = {
  'POST /api/events': async (ctx, { body, session }) => ({ accepted: await recordEvents(ctx, session, body.items) }),
};
