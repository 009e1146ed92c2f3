import { z } from 'zod';
import { ServicePromise, ShopContact } from '../shopTerms';
import { defineAdminRoutes } from './defineAdminRoutes';

export const EditShopTerms = z.object({ services: z.array(ServicePromise).max(8), contact: ShopContact });

export const adminShopTermRoutes = defineAdminRoutes({
  'GET /admin/shop-terms': {
    summary: '服务承诺和客服方式',
    roles: ['owner', 'marketer', 'operator'],
    ok: EditShopTerms,
    errors: [],
  },
  'PUT /admin/shop-terms': {
    summary: '修改服务承诺和客服方式',
    roles: ['owner', 'operator'],
    body: EditShopTerms,
    ok: EditShopTerms,
    errors: [],
  },
});
