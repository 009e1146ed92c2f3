import type { productRoutes } from '@jishi/contract/products';
import type { Handlers } from '../http';
import { unitsText } from '../cache/hotReads';
import { getProduct } from './getProduct';
import { listBoughtTogether } from './listBoughtTogether';
import { listCategories } from './listCategories';
import { listFacets } from './listFacets';
import { listProducts } from './listProducts';
import { listRelatedProducts } from './listRelatedProducts';

export const productHandlers: Handlers<typeof productRoutes> = {
  'GET /api/categories': {
    stock: () => 'none',
    answer: async (ctx) => ({ items: await listCategories(ctx.db) }),
  },
  'GET /api/products': {
    stock: () => 'soldOut',
    answer: (ctx, { query }) => listProducts(ctx.db, query),
  },
  'GET /api/products/facets': {
    stock: () => 'soldOut',
    answer: (ctx, { query }) => listFacets(ctx.db, query),
  },
  'GET /api/products/:productId/related': async (ctx, { params, query }) => ({
    items: await listRelatedProducts(ctx.db, params.productId, query.limit),
  }),
  'GET /api/products/:productId/together': async (ctx, { params, query }) => ({
    items: await listBoughtTogether(ctx.db, params.productId, query.limit),
  }),
  'GET /api/products/:productId': {
    stock: ({ params }) => ({ productId: params.productId }),
    units: ({ skus }) => unitsText(skus),
    answer: (ctx, { params }) => getProduct(ctx.db, params.productId),
  },
};
