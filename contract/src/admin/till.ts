import { z } from 'zod';
import { Id, Time } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

export const TillKey = z.object({
  id: Id,
  name: z.string(),
  storeId: Id,
  storeName: z.string(),
  /** The key's last letters. */
  ending: z.string(),
  createdAt: Time,
  lastUsedAt: Time.nullable(),
  revokedAt: Time.nullable(),
});

const roles = ['owner', 'operator'] as const;

export const adminTillRoutes = defineAdminRoutes({
  'GET /admin/till-keys': {
    summary: '收银密钥，新的在前，含已停用的',
    roles,
    ok: z.object({ items: z.array(TillKey) }),
    errors: [],
  },
  'POST /admin/till-keys': {
    summary: '新建收银密钥；密钥只在这里给一次，之后谁也看不到',
    roles,
    body: z.object({ storeId: Id, name: z.string().trim().min(1).max(30) }),
    ok: z.object({ key: TillKey, secret: z.string() }),
    status: 201,
    errors: ['not_found'],
  },
  'POST /admin/till-keys/:keyId/revoke': {
    summary: '停用收银密钥，不能恢复',
    roles,
    params: z.object({ keyId: Id }),
    ok: TillKey,
    errors: ['not_found'],
  },
});
