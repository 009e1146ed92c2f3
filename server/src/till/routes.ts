import type { tillRoutes } from '@jishi/contract/till';
import type { Handlers } from '../http';
import { deskOf } from './desk';
import { lookUp } from './lookUp';

export const tillHandlers: Handlers<typeof tillRoutes> = {
  'POST /api/till/lookups': async (ctx, { authorization, body }) =>
    lookUp(ctx, await deskOf(ctx, authorization), body.code),
};
