import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { ProductCard, ProductState } from './products';
import { Id, PageQuery, Time, pageOf } from './schema';

export const HistoryItem = z.object({ product: ProductCard, state: ProductState, seenAt: Time });

const ProductParams = z.object({ productId: Id });

export const historyRoutes = defineRoutes({
  'GET /api/history': {
    summary: '足迹，最近看过的在前，每件商品一条，最多 200 条',
    access: 'session',
    query: PageQuery,
    ok: pageOf(HistoryItem),
    errors: ['invalid_request'],
  },
  'PUT /api/history/:productId': {
    summary: '记下看过这件商品',
    access: 'session',
    params: ProductParams,
    ok: z.object({}),
    errors: ['not_found'],
  },
  'DELETE /api/history/:productId': {
    summary: '从足迹里去掉一件；不在其中也算成功',
    access: 'session',
    params: ProductParams,
    ok: z.object({}),
    errors: [],
  },
  'DELETE /api/history': { summary: '清空足迹', access: 'session', ok: z.object({}), errors: [] },
});
