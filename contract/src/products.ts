import { z } from 'zod';
import { defineRoutes } from './defineRoutes';
import { Fen, Id, PageQuery, PictureUrl, pageOf, QueryFen } from './schema';

export const ProductState = z.enum(['on_shelf', 'off_shelf']);

/** What a list shows of a product. `priceFen` is the lowest among its SKUs. */
export const ProductCard = z.object({
  id: Id,
  title: z.string(),
  subtitle: z.string(),
  imageUrl: PictureUrl.nullable(),
  priceFen: Fen,
  /** True when SKUs differ in price, so that the page writes 起. */
  hasPriceRange: z.boolean(),
  compareAtFen: Fen.nullable(),
  tags: z.array(z.string()),
  isSoldOut: z.boolean(),
  salesCount: z.int(),
});

export const Sku = z.object({
  id: Id,
  /** One value per option, in the order of `options`; empty for a product without options. */
  optionValues: z.array(z.string()),
  priceFen: Fen,
  compareAtFen: Fen.nullable(),
  /** Units that can be bought now. */
  stock: z.int().min(0),
  imageUrl: PictureUrl.nullable(),
});

/** The product's film: mp4, over https or under this server. Without a poster the first picture stands for it. */
export const ProductVideo = z.object({ url: PictureUrl, posterUrl: PictureUrl.nullable() });

/** A line of the table of facts: `材质`, `陶土`. */
export const ProductFact = z.object({ name: z.string(), value: z.string() });

/** `buyers`: how many people paid for both. */
export const BoughtTogether = z.object({ product: ProductCard, buyers: z.int() });

export const ProductOption = z.object({ name: z.string(), values: z.array(z.string()) });

export const Product = ProductCard.extend({
  handle: z.string(),
  state: ProductState,
  vendor: z.string(),
  images: z.array(z.object({ url: PictureUrl, alt: z.string() })),
  video: ProductVideo.nullable(),
  options: z.array(ProductOption).max(3),
  skus: z.array(Sku),
  /** Sanitised HTML. */
  descriptionHtml: z.string(),
  categories: z.array(z.object({ id: Id, name: z.string() })),
  facts: z.array(ProductFact),
});

export const ProductSort = z.enum(['default', 'sales', 'new', 'price_asc', 'price_desc']);

export const ListProductsQuery = PageQuery.extend({
  /**
   * Words to find in title, categories, tags, option values and subtitle. `sort=default` then means the best match
   * first. When nothing has them all, products that have most of them come, and `isNear` says so.
   */
  q: z.string().trim().max(100).optional(),
  /** A category's slug; its children count as inside. */
  category: z.string().max(80).optional(),
  tag: z.string().max(40).optional(),
  /** Comma-separated ids, at most 50; the answer keeps their order and leaves out what is gone. */
  ids: z
    .string()
    .regex(/^[1-9]\d{0,17}(,[1-9]\d{0,17}){0,49}$/)
    .optional(),
  sort: ProductSort.default('default'),
  /** Bounds of the lowest price, in fen, both included. */
  priceMin: QueryFen.optional(),
  priceMax: QueryFen.optional(),
  /** `true`: only what can be bought now. */
  inStock: z.enum(['true', 'false']).optional(),
  /** Option values as `name:value`, comma-separated: any value of a name, and every name, in one SKU. */
  attributes: z.string().max(1000).optional(),
});

export const FacetsQuery = ListProductsQuery.omit({ ids: true, sort: true, cursor: true, limit: true });

/**
 * What a list could be narrowed to. Every count is of products: what the list would hold if this were chosen, with all
 * else that is chosen. Values of one name add to each other, so their counts ignore what is chosen of that name.
 */
export const ProductFacets = z.object({
  /** Products in the list as it is. */
  total: z.int().min(0),
  /** Of them, what can be bought now. */
  inStock: z.int().min(0),
  /** At most 6 names with 12 values each, the most frequent; what is chosen is always among them. */
  attributes: z.array(
    z.object({ name: z.string(), values: z.array(z.object({ value: z.string(), count: z.int().min(0) })) }),
  ),
  /** Upper categories, at most 12. */
  categories: z.array(z.object({ slug: z.string(), name: z.string(), count: z.int().min(0) })),
});

/** Two levels: a parent has children, a child has none. */
export const Category = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  imageUrl: PictureUrl.nullable(),
  children: z.array(z.object({ id: Id, slug: z.string(), name: z.string(), imageUrl: PictureUrl.nullable() })),
});

export const productRoutes = defineRoutes({
  'GET /api/categories': {
    summary: '商品分类，两级',
    access: 'public',
    ok: z.object({ items: z.array(Category) }),
    errors: [],
  },
  'GET /api/products': {
    summary: '在架商品',
    access: 'public',
    query: ListProductsQuery,
    ok: pageOf(ProductCard).extend({ isNear: z.boolean().optional() }),
    errors: [],
  },
  'GET /api/products/facets': {
    summary: '商品列表可以再筛选的条件与件数',
    access: 'public',
    query: FacetsQuery,
    ok: ProductFacets,
    errors: [],
  },
  'GET /api/products/:productId/related': {
    summary: '相关商品：同类的，再是标签相近的；有货的在前，不含它自己',
    access: 'public',
    params: z.object({ productId: Id }),
    query: z.object({ limit: z.coerce.number().int().min(1).max(20).default(6) }),
    ok: z.object({ items: z.array(ProductCard) }),
    errors: ['not_found'],
  },
  'GET /api/products/:productId/together': {
    summary: '经常一起买：至少两个人付过款的，买的人多的在前；只有在架有货的，不含它自己',
    access: 'public',
    params: z.object({ productId: Id }),
    query: z.object({ limit: z.coerce.number().int().min(1).max(20).default(6) }),
    ok: z.object({ items: z.array(BoughtTogether) }),
    errors: ['not_found'],
  },
  'GET /api/products/:productId': {
    summary: '商品详情；下架的商品也能打开，state 为 off_shelf',
    access: 'public',
    params: z.object({ productId: Id }),
    ok: Product,
    errors: ['not_found'],
  },
});
