import type { adminTillRoutes } from '@jishi/contract/admin/till';
import type { AdminHandlers } from '../adminHttp';
import { createTillKey, listTillKeys, revokeTillKey } from './keys';

export const adminTillHandlers: AdminHandlers<typeof adminTillRoutes> = {
  'GET /admin/till-keys': async (ctx) => ({ items: await listTillKeys(ctx.db) }),
  'POST /admin/till-keys': async (ctx, { actor, body }) => {
    const answer = await createTillKey(ctx, actor.employeeId, body);
    const { id, name, storeName, ending } = answer.key;
    // the key itself stays out of the log
    return { answer, target: `till key ${id}`, before: null, after: { name, storeName, ending } };
  },
  'POST /admin/till-keys/:keyId/revoke': async (ctx, { params }) => {
    const { before, after } = await revokeTillKey(ctx, params.keyId);
    return {
      answer: after,
      target: `till key ${after.id}`,
      before: { revokedAt: before.revokedAt },
      after: { revokedAt: after.revokedAt, name: after.name, storeName: after.storeName },
    };
  },
};
