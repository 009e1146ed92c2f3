import { z } from 'zod';
import { MAX_PAGE } from '../plain/limits';
import { ProductFact, ProductOption, ProductState, ProductVideo } from '../products';
import { Fen, Id, PictureUrl, Time, pageOf } from '../schema';
import { AdminPageQuery, defineAdminRoutes } from './defineAdminRoutes';

const text = (max: number) => z.string().trim().min(1).max(max);
const perhaps = (max: number) => z.string().trim().max(max).default('');
/** What a shopper's phone may load: our own pictures, and others only over https. */
const OwnPicture = PictureUrl.regex(/^(https:\/\/[^\s/]|\/assets\/)\S+$/);

export const AdminProductRow = z.object({
  id: Id,
  handle: z.string(),
  title: z.string(),
  imageUrl: PictureUrl.nullable(),
  priceFen: Fen,
  maxPriceFen: Fen,
  state: ProductState,
  /** Units of all its SKUs that can be bought now. */
  stock: z.int(),
  salesCount: z.int(),
  updatedAt: Time,
});

export const AdminSku = z.object({
  id: Id,
  code: z.string().nullable(),
  optionValues: z.array(z.string()),
  priceFen: Fen,
  compareAtFen: Fen.nullable(),
  imageUrl: PictureUrl.nullable(),
  weightGrams: z.int().nullable(),
  barcode: z.string().nullable(),
  onHand: z.int(),
  reserved: z.int(),
});

export const AdminProduct = AdminProductRow.extend({
  /** Grows with every write of what `EditProduct` replaces. */
  revision: z.int(),
  subtitle: z.string(),
  descriptionHtml: z.string(),
  vendor: z.string(),
  tags: z.array(z.string()),
  options: z.array(ProductOption),
  images: z.array(z.object({ url: PictureUrl, alt: z.string() })),
  video: ProductVideo.nullable(),
  facts: z.array(ProductFact),
  categoryIds: z.array(Id),
  skus: z.array(AdminSku),
});

const SkuInput = z.object({
  code: text(64).nullable().default(null),
  optionValues: z.array(text(40)).max(3),
  priceFen: Fen,
  compareAtFen: Fen.nullable().default(null),
  imageUrl: OwnPicture.nullable().default(null),
  weightGrams: z.int().min(0).max(1_000_000).nullable().default(null),
  barcode: text(64).nullable().default(null),
});

const ProductFields = z.object({
  title: text(120),
  subtitle: perhaps(120),
  descriptionHtml: perhaps(60_000),
  vendor: perhaps(60),
  categoryIds: z.array(Id).max(10),
  tags: z.array(text(40)).max(20).default([]),
  options: z
    .array(z.object({ name: text(20), values: z.array(text(40)).min(1).max(50) }))
    .max(3)
    .default([]),
  images: z.array(z.object({ url: OwnPicture, alt: perhaps(120) })).max(20),
  video: z
    .object({ url: OwnPicture.regex(/\.mp4(\?\S*)?$/i), posterUrl: OwnPicture.nullable().default(null) })
    .nullable()
    .default(null),
  facts: z
    .array(z.object({ name: text(12), value: text(80) }))
    .max(20)
    .default([]),
});

type Fields = Pick<z.output<typeof ProductFields>, 'options'> & { skus: z.output<typeof SkuInput>[] };

/** Each SKU has one value of each option, and no two SKUs have the same ones. */
function fitOptions({ options, skus }: Fields): boolean {
  const isWhole = skus.every(
    ({ optionValues }) =>
      optionValues.length === options.length && optionValues.every((value, i) => options[i]!.values.includes(value)),
  );
  return isWhole && new Set(skus.map((sku) => JSON.stringify(sku.optionValues))).size === skus.length;
}
const misfit = { error: '每个规格要有各选项的一个值，且不能重复', path: ['skus'] };

export const CreateProduct = ProductFields.extend({
  handle: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  state: ProductState.default('off_shelf'),
  skus: z
    .array(SkuInput.extend({ stock: z.int().min(0).max(1_000_000).default(0) }))
    .min(1)
    .max(200),
}).refine(fitOptions, misfit);

/** Everything but the handle, the shelf and the stock, which have routes of their own. */
export const EditProduct = ProductFields.extend({
  /** The one that was edited. */
  revision: z.int().min(0),
  skus: z.array(SkuInput).min(1).max(200),
}).refine(fitOptions, misfit);

const ProductParams = z.object({ productId: Id });
const readers = ['owner', 'marketer', 'operator', 'store_manager', 'staff'] as const;
const writers = ['owner', 'operator'] as const;

export const adminProductRoutes = defineAdminRoutes({
  'GET /admin/products': {
    summary: '商品，含已下架的，新的在前；q 在标题、副标题、链接名里找每个词，或找 SKU 编码',
    roles: readers,
    query: AdminPageQuery.extend({
      q: z.string().trim().max(100).optional(),
      state: ProductState.optional(),
      categoryId: Id.optional(),
      /** Has an SKU on the shelf with few units left, or none. */
      isLow: z.enum(['true']).optional(),
    }),
    ok: pageOf(AdminProductRow),
    errors: [],
  },
  'GET /admin/products/:productId': {
    summary: '一件商品的全部资料',
    roles: readers,
    params: ProductParams,
    ok: AdminProduct,
    errors: ['not_found'],
  },
  'POST /admin/products': {
    summary: '新建商品',
    roles: writers,
    body: CreateProduct,
    ok: AdminProduct,
    status: 201,
    errors: ['conflict'],
  },
  'PUT /admin/products/:productId': {
    summary: '修改商品；不在其中的规格下架。别人先改过时不覆盖，告诉现在的样子（conflict 的 details.product）',
    roles: writers,
    params: ProductParams,
    body: EditProduct,
    ok: AdminProduct,
    errors: ['not_found', 'conflict'],
  },
  'PUT /admin/products/:productId/state': {
    summary: '上架或下架',
    roles: writers,
    params: ProductParams,
    body: z.object({ state: ProductState }),
    ok: AdminProduct,
    errors: ['not_found'],
  },
  'PUT /admin/products/state': {
    summary: '成批上架或下架；有一件不在就都不变',
    roles: writers,
    body: z.object({
      productIds: z
        .array(Id)
        .min(1)
        .max(MAX_PAGE)
        .refine((ids) => new Set(ids).size === ids.length, { error: '商品重复' }),
      state: ProductState,
    }),
    ok: z.object({ changed: z.int() }),
    errors: ['not_found'],
  },
});
