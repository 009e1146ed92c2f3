import type { adminCodeRoutes } from '@jishi/contract/admin/codes';
import type { AdminHandlers } from '../adminHttp';
import { codePicture } from './codePicture';
import { createBatch } from './createBatch';
import { createCodes, revokeCode } from './editCodes';
import { findCodes } from './findCodes';
import { reachCode } from './reachCode';
import { revokeCodes } from './revokeCodes';

export const adminCodeHandlers: AdminHandlers<typeof adminCodeRoutes> = {
  'POST /admin/codes': async (ctx, { actor, body }) => {
    const items = await createCodes(ctx, actor.employeeId, body);
    const { names, ...what } = body;
    const target = items.length === 1 ? `code ${items[0]!.token}` : 'codes';
    return { answer: { items }, target, before: null, after: { ...what, count: names.length, first: items[0]!.token } };
  },
  'POST /admin/code-batches': async (ctx, { actor, body }) => {
    const answer = await createBatch(ctx, actor, body);
    const { items, made } = answer;
    return { answer, target: 'codes', before: null, after: { ...body, count: items.length, created: made } };
  },
  'GET /admin/codes': (ctx, { actor, query }) => findCodes(ctx, actor, query),
  'POST /admin/codes/revoke': async (ctx, { actor, body }) => {
    const tokens = await revokeCodes(ctx, actor, body.tokens);
    return {
      answer: { revoked: tokens.length },
      target: 'codes',
      before: null,
      after: { state: 'revoked', tokens },
    };
  },
  'POST /admin/codes/:token/revoke': async (ctx, { actor, params }) => {
    await reachCode(ctx, actor, params.token);
    const { before, after } = await revokeCode(ctx, params.token);
    return {
      answer: after,
      target: `code ${params.token}`,
      before: { state: before.state },
      after: { state: after.state },
    };
  },
  'GET /admin/codes/:token/pictures/:platform': async (ctx, { actor, params }) => {
    const { token } = await reachCode(ctx, actor, params.token);
    return codePicture(ctx, token, params.platform);
  },
};
