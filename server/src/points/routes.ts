import type { pointsRoutes } from '@jishi/contract/points';
import type { Handlers } from '../http';
import { checkIn, readCheckIns } from './checkIns';
import { readPoints } from './readPoints';
import { listStatement } from './statement';

export const pointsHandlers: Handlers<typeof pointsRoutes> = {
  'GET /api/points': (ctx, { session }) => readPoints(ctx, session.userId),
  'GET /api/points/ledger': (ctx, { session, query }) =>
    listStatement(ctx.db, { userId: session.userId, unit: 'points', ...query }),
  'GET /api/points/check-ins': (ctx, { session }) => readCheckIns(ctx, session.userId),
  'POST /api/points/check-ins': (ctx, { session }) => checkIn(ctx, session.userId),
};
