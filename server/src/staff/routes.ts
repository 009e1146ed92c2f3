import type { staffRoutes } from '@jishi/contract/staff';
import type { SessionRow } from '../auth';
import { codePicture } from '../codes/codePicture';
import type { Context } from '../context';
import type { Handlers } from '../http';
import { lookUpPickup, verifyPickup, type SaidCode } from '../orders/handOver';
import { askToJoin, lookAtInvitation } from './acceptInvitation';
import { readMyGuide, sayConsent } from './consent';
import { listColleagues, listCustomers, writeNote } from './customers';
import { drawPoster } from './drawPoster';
import { readFigures, readOwnResults } from './figures';
import { listOwnCodes, ownCode, revokeOwnCode, takeCode } from './guideCodes';
import { giveCustomer } from './giveCustomer';
import { actorOf, guideOf } from './guideOf';
import { listOwnOrders } from './ownOrders';
import { readMe } from './readMe';

export const staffHandlers: Handlers<typeof staffRoutes> = {
  'GET /api/staff': (ctx, { session }) => readMe(ctx, session.userId),
  'GET /api/staff-invitations/:token': (ctx, { params, session }) =>
    lookAtInvitation(ctx, ctx.db, session.userId, params.token),
  'POST /api/staff-invitations/:token/requests': (ctx, { params, body, session }) =>
    askToJoin(ctx, session.userId, params.token, body.name),
  'GET /api/staff/figures': async (ctx, { query, session }) =>
    readFigures(ctx, await guideOf(ctx, session), query.period),
  'GET /api/staff/results': async (ctx, { query, session }) =>
    readOwnResults(ctx, await guideOf(ctx, session), query.period, query.by),
  'GET /api/staff/orders': async (ctx, { query, session }) => listOwnOrders(ctx, await guideOf(ctx, session), query),
  'GET /api/staff/codes': async (ctx, { query, session }) => listOwnCodes(ctx, await guideOf(ctx, session), query),
  'POST /api/staff/codes': async (ctx, { body, session }) => takeCode(ctx, await guideOf(ctx, session), body),
  'POST /api/staff/codes/:token/revoke': async (ctx, { params, session }) =>
    revokeOwnCode(ctx, await guideOf(ctx, session), params.token),
  'GET /api/staff/codes/:token/pictures/:platform': async (ctx, { params, session }) => {
    const { token } = await ownCode(ctx, await guideOf(ctx, session), params.token);
    return codePicture(ctx, token, params.platform);
  },
  'POST /api/staff/codes/:token/posters': async (ctx, { params, body, session }) =>
    drawPoster(ctx, await guideOf(ctx, session), params.token, body),
  'GET /api/staff/customers': async (ctx, { query, session }) => listCustomers(ctx, await guideOf(ctx, session), query),
  'PUT /api/staff/customers/:customerId/note': async (ctx, { params, body, session }) =>
    writeNote(ctx, await guideOf(ctx, session), params.customerId, body.note),
  'GET /api/staff/colleagues': async (ctx, { session }) => listColleagues(ctx, await guideOf(ctx, session)),
  'POST /api/staff/customers/:customerId/hand-over': async (ctx, { params, body, session }) => {
    await giveCustomer(ctx, await guideOf(ctx, session), params.customerId, body.employeeId);
    return {};
  },
  'POST /api/staff/pickups/lookup': async (ctx, call) => lookUpPickup(ctx, await saidBy(ctx, call)),
  'POST /api/staff/pickups/verify': async (ctx, call) => verifyPickup(ctx, await saidBy(ctx, call)),
  'GET /api/my-guide': (ctx, { session }) => readMyGuide(ctx, session.userId),
  'PUT /api/my-guide/consent': (ctx, { body, session }) => sayConsent(ctx, session.userId, body.isAgreed),
};

/** The counter's rules hold for a guide as for the console. */
async function saidBy(
  ctx: Context,
  { session, body, requestId }: { session: SessionRow; body: { code: string }; requestId: string },
): Promise<SaidCode> {
  return { actor: actorOf(await guideOf(ctx, session)), code: body.code, requestId };
}
