import { z } from 'zod';
import { Id, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

export const Stock = z.object({ skuId: Id, onHand: z.int(), reserved: z.int() });

export const StockEntry = z.object({
  id: Id,
  onHandDelta: z.int(),
  reservedDelta: z.int(),
  reason: z.enum(['catalogue', 'reserve', 'release', 'sell', 'adjust']),
  /** The order, or the employee who set the stock. */
  ref: z.string(),
  note: z.string(),
  createdAt: Time,
});

const SkuParams = z.object({ skuId: Id });

export const adminStockRoutes = defineAdminRoutes({
  'PUT /admin/stock/:skuId': {
    summary: '盘点：设定实际库存，须写原因；不能少于订单占用的数量',
    roles: ['owner', 'operator'],
    params: SkuParams,
    body: z.object({ onHand: z.int().min(0).max(1_000_000), note: z.string().trim().min(1).max(100) }),
    ok: Stock,
    errors: ['not_found', 'conflict'],
  },
  'GET /admin/stock/:skuId/entries': {
    summary: '一个规格的库存流水，新的在前',
    roles: ['owner', 'operator'],
    params: SkuParams,
    query: AdminPageQuery,
    ok: pageOf(StockEntry),
    errors: ['not_found'],
  },
});
