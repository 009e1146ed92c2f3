import type { z } from 'zod';
import type { adminCategoryRoutes } from '@jishi/contract/admin/categories';
import type { AdminProduct, adminProductRoutes } from '@jishi/contract/admin/products';
import type { adminStockRoutes } from '@jishi/contract/admin/stock';
import type { adminTtShopRoutes } from '@jishi/contract/admin/ttShop';
import type { AdminHandlers } from '../adminHttp';
import { adjustStock, listStockEntries } from './adjustStock';
import { createCategory, deleteCategory, editCategory, findCategories, orderCategories } from './editCategories';
import { createProduct, editProduct, setProductState, setProductStates } from './editProducts';
import { findProducts, readProduct } from './readProducts';
import { mapTtShopSku, readTtShopSku, unmapTtShopSku } from './ttShopSkus';

export const adminProductHandlers: AdminHandlers<typeof adminProductRoutes> = {
  'GET /admin/products': (ctx, { query: { isLow, ...query } }) =>
    findProducts(ctx.db, { ...query, isLow: isLow === 'true' }),
  'GET /admin/products/:productId': (ctx, { params }) => readProduct(ctx.db, params.productId),
  'POST /admin/products': async (ctx, { body }) => {
    const made = await createProduct(ctx, body);
    return { answer: made, target: `product ${made.id}`, before: null, after: summary(made) };
  },
  'PUT /admin/products/:productId': async (ctx, { params, body }) =>
    change(await editProduct(ctx, params.productId, body)),
  'PUT /admin/products/:productId/state': async (ctx, { params, body }) =>
    change(await setProductState(ctx, params.productId, body.state)),
  'PUT /admin/products/state': async (ctx, { body: { productIds, state } }) => {
    await setProductStates(ctx, productIds, state);
    return { answer: { changed: productIds.length }, target: 'products', before: null, after: { state, productIds } };
  },
};

type ProductBody = z.output<typeof AdminProduct>;

const change = ({ before, after }: { before: ProductBody; after: ProductBody }) => ({
  answer: after,
  target: `product ${after.id}`,
  before: summary(before),
  after: summary(after),
});

/** What an audit asks about a product: what it was called, what it cost, whether it was for sale. */
const summary = ({ title, state, skus }: ProductBody) => ({
  title,
  state,
  prices: Object.fromEntries(skus.map((sku) => [sku.id, sku.priceFen])),
});

export const adminCategoryHandlers: AdminHandlers<typeof adminCategoryRoutes> = {
  'GET /admin/categories': async (ctx) => ({ items: await findCategories(ctx.db) }),
  'POST /admin/categories': async (ctx, { body }) => {
    const made = await createCategory(ctx, body);
    return { answer: made, target: `category ${made.id}`, before: null, after: { name: made.name, slug: made.slug } };
  },
  'PUT /admin/categories/order': async (ctx, { body }) => {
    await orderCategories(ctx, body.categoryIds);
    return { answer: {}, target: 'categories', before: null, after: { order: body.categoryIds } };
  },
  'PUT /admin/categories/:categoryId': async (ctx, { params, body }) => {
    const { before, after } = await editCategory(ctx, params.categoryId, body);
    return {
      answer: after,
      target: `category ${after.id}`,
      before: { name: before.name, slug: before.slug },
      after: { name: after.name, slug: after.slug },
    };
  },
  'DELETE /admin/categories/:categoryId': async (ctx, { params }) => {
    const gone = await deleteCategory(ctx, params.categoryId);
    return { answer: {}, target: `category ${gone.id}`, before: { name: gone.name, slug: gone.slug }, after: null };
  },
};

export const adminStockHandlers: AdminHandlers<typeof adminStockRoutes> = {
  'PUT /admin/stock/:skuId': async (ctx, { actor, params, body }) => {
    const { before, after } = await adjustStock(ctx, {
      ...body,
      skuId: params.skuId,
      employeeId: actor.employeeId,
    });
    return {
      answer: after,
      target: `sku ${params.skuId}`,
      before: { onHand: before.onHand },
      after: { onHand: after.onHand, note: body.note },
    };
  },
  'GET /admin/stock/:skuId/entries': (ctx, { params, query }) => listStockEntries(ctx.db, params.skuId, query),
};

export const adminTtShopHandlers: AdminHandlers<typeof adminTtShopRoutes> = {
  'GET /admin/skus/:skuId/tt-shop': (ctx, { params }) => readTtShopSku(ctx.db, params.skuId),
  'PUT /admin/skus/:skuId/tt-shop': async (ctx, { params, body }) => {
    const { before, after } = await mapTtShopSku(ctx, { ...params, ...body });
    return { answer: after, target: `sku ${params.skuId}`, before, after };
  },
  'DELETE /admin/skus/:skuId/tt-shop': async (ctx, { params }) => {
    const before = await unmapTtShopSku(ctx, params.skuId);
    return { answer: {}, target: `sku ${params.skuId}`, before, after: null };
  },
};
