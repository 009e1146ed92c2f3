import { z } from 'zod';
import { Id } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

/** Ids of the Douyin shop have up to 19 digits, more than a number holds. */
const ShopId = z.string().regex(/^[1-9]\d{0,19}$/);

export const TtShopSku = z.object({ skuId: Id, shopProductId: ShopId, shopSkuId: ShopId });

const SkuParams = z.object({ skuId: Id });

export const adminTtShopRoutes = defineAdminRoutes({
  'GET /admin/skus/:skuId/tt-shop': {
    summary: '一个规格对应抖音小店的哪个商品和规格',
    roles: ['owner', 'marketer', 'operator'],
    params: SkuParams,
    ok: TtShopSku,
    errors: ['not_found'],
  },
  'PUT /admin/skus/:skuId/tt-shop': {
    summary: '设定一个规格对应抖音小店的哪个商品和规格；抖音小程序由抖店收款发货，没有对应的不能买',
    roles: ['owner', 'operator'],
    params: SkuParams,
    body: TtShopSku.omit({ skuId: true }),
    ok: TtShopSku,
    errors: ['not_found'],
  },
  'DELETE /admin/skus/:skuId/tt-shop': {
    summary: '取消一个规格与抖音小店的对应；已经交给抖店的付款不受影响',
    roles: ['owner', 'operator'],
    params: SkuParams,
    ok: z.object({}),
    errors: ['not_found'],
  },
});
