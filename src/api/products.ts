import type { RouteInput, RouteOk } from '@jishi/contract/routes';
import { callPublic } from './request';

export type ProductPage = RouteOk<'GET /api/products'>;
export type ProductCard = ProductPage['items'][number];
export type Product = RouteOk<'GET /api/products/:productId'>;
export type CategoryList = RouteOk<'GET /api/categories'>;
export type Category = CategoryList['items'][number];
export type ProductFacets = RouteOk<'GET /api/products/facets'>;
export type FacetsQuery = RouteInput<'GET /api/products/facets'>['query'];
export type ListProductsQuery = RouteInput<'GET /api/products'>['query'];

export function listProducts(query: ListProductsQuery): Promise<ProductPage> {
  return callPublic('GET /api/products', { query }, 'items');
}

/** What the same list could be narrowed to, with counts of products. */
export function listFacets(query: FacetsQuery): Promise<ProductFacets> {
  return callPublic('GET /api/products/facets', { query }, 'attributes');
}

export function getProduct(productId: string): Promise<Product> {
  return callPublic('GET /api/products/:productId', { params: { productId } }, 'skus');
}

export function listRelatedProducts(productId: string): Promise<RouteOk<'GET /api/products/:productId/related'>> {
  return callPublic('GET /api/products/:productId/related', { params: { productId }, query: { limit: 6 } }, 'items');
}

/** What at least two people paid for together with it. */
export function listBoughtTogether(productId: string): Promise<RouteOk<'GET /api/products/:productId/together'>> {
  return callPublic('GET /api/products/:productId/together', { params: { productId }, query: { limit: 6 } }, 'items');
}

export function listCategories(): Promise<CategoryList> {
  return callPublic('GET /api/categories', {}, 'items');
}
