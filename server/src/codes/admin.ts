import type { adminCodeRoutes } from '@jishi/contract/admin/codes';
import type { AdminHandlers } from '../adminHttp';
import { codePicture } from './codePicture';
import { createCodes, listCodes, revokeCode } from './editCodes';

export const adminCodeHandlers: AdminHandlers<typeof adminCodeRoutes> = {
  'POST /admin/codes': async (ctx, { actor, body }) => {
    const items = await createCodes(ctx, actor.employeeId, body);
    const { names, ...what } = body;
    const target = items.length === 1 ? `code ${items[0]!.token}` : `${items.length} codes`;
    return { answer: { items }, target, before: null, after: { ...what, count: names.length, first: items[0]!.token } };
  },
  'GET /admin/codes': (ctx, { query }) => listCodes(ctx, query),
  'POST /admin/codes/:token/revoke': async (ctx, { params }) => {
    const { before, after } = await revokeCode(ctx, params.token);
    return {
      answer: after,
      target: `code ${params.token}`,
      before: { state: before.state },
      after: { state: after.state },
    };
  },
  'GET /admin/codes/:token/pictures/:platform': (ctx, { params }) => codePicture(ctx, params.token, params.platform),
};
