import type { memberRoutes } from '@jishi/contract/members';
import type { Handlers } from '../http';
import { listLevelMoves } from './levelMoves';
import { openCard } from './openCard';
import { readMember } from './readMember';
import { readTillCode } from './readTillCode';

export const memberHandlers: Handlers<typeof memberRoutes> = {
  'GET /api/member': (ctx, { session }) => readMember(ctx, session.userId),
  'POST /api/member': async (ctx, { session }) => {
    await openCard(ctx, session);
    return readMember(ctx, session.userId);
  },
  'GET /api/member/level-moves': (ctx, { session, query }) => listLevelMoves(ctx.db, session.userId, query),
  'GET /api/member/till-code': (ctx, { session }) => readTillCode(ctx, session.userId),
};
