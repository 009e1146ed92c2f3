import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { Time } from './schema';

/** `dueAt` is when the deletion may be carried out; until then it can be taken back. Null while nobody asked. */
export const AccountDeletion = z.object({
  state: z.enum(['none', 'requested']),
  requestedAt: Time.nullable(),
  dueAt: Time.nullable(),
});

export const accountRoutes = defineRoutes({
  'GET /api/account/deletion': { summary: '注销申请的状态', access: 'session', ok: AccountDeletion, errors: [] },
  'POST /api/account/deletion': {
    summary: '申请注销账号，7 天内可以撤回；再申请一次不会改变日期',
    access: 'session',
    ok: AccountDeletion,
    errors: [],
  },
  'DELETE /api/account/deletion': {
    summary: '撤回注销申请；没有申请过也算成功',
    access: 'session',
    ok: AccountDeletion,
    errors: [],
  },
});
