import { z } from 'zod';
import { Id } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

const text = (max: number) => z.string().trim().min(1).max(max);
const Hour = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);

export const StoreInput = z.object({
  name: text(30),
  phone: z.string().regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/),
  province: text(30),
  city: text(30),
  district: z.string().trim().max(30),
  detail: text(120),
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  opensAt: Hour,
  closesAt: Hour,
  /** False: nobody can choose it any more; orders that are waiting there stay. */
  isActive: z.boolean().default(true),
});

export const AdminStore = StoreInput.extend({ id: Id });

const writers = ['owner', 'operator'] as const;

export const adminStoreRoutes = defineAdminRoutes({
  'GET /admin/stores': {
    summary: '门店，含已停用的',
    roles: ['owner', 'marketer', 'operator', 'store_manager', 'staff'],
    ok: z.object({ items: z.array(AdminStore) }),
    errors: [],
  },
  'POST /admin/stores': {
    summary: '新建门店',
    roles: writers,
    body: StoreInput,
    ok: AdminStore,
    status: 201,
    errors: [],
  },
  'PUT /admin/stores/:storeId': {
    summary: '修改、停用或恢复门店',
    roles: writers,
    params: z.object({ storeId: Id }),
    body: StoreInput,
    ok: AdminStore,
    errors: ['not_found'],
  },
});
