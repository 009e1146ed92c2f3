import type { productRoutes } from '@jishi/contract/products';
import type { Handlers } from '../http';
import { getProduct } from './getProduct';
import { listCategories } from './listCategories';
import { listProducts } from './listProducts';

export const productHandlers: Handlers<typeof productRoutes> = {
  'GET /api/categories': async (ctx) => ({ items: await listCategories(ctx.db) }),
  'GET /api/products': (ctx, { query }) => listProducts(ctx.db, query),
  'GET /api/products/:productId': (ctx, { params }) => getProduct(ctx.db, params.productId),
};
