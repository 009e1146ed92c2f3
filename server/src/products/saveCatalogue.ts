import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import { indexProducts } from '../search/indexProducts';
import { bumpRevision } from '../db/revisions';
import type { CatalogueCategory, CatalogueProduct, KeptField } from './catalogue';
import { sanitiseHtml } from './sanitiseHtml';
import { openCategories, type CategoryBook } from './saveCategories';
import { saveSkus, type SavedSku } from './saveSkus';
import { saveStock } from './saveStock';

export interface SaveOptions {
  /** Categories to make first, with the slugs and pictures they shall have. Others are made by path. */
  categories?: readonly CatalogueCategory[];
  /** What the source says nothing about: products already in the shop keep theirs. */
  keeps?: ReadonlySet<KeptField>;
  /** Asked before anything is written, when no other writer can come between; throwing writes nothing. */
  guard?(tx: Tx): Promise<void>;
  /** Called after each batch with the number of products written so far. */
  onProgress?(saved: number): void;
}

export interface SavedCatalogue {
  created: number;
  updated: number;
  skus: number;
  /** SKUs that left their product; they stay for the orders that hold them. */
  leftShelf: number;
  /** Categories that were made. */
  categories: number;
  /** SKUs whose stock stayed above the catalogue's, because unpaid orders hold more. Units. */
  held: { handle: string; optionValues: string[]; wanted: number; kept: number }[];
}

type SaveContext = Pick<Context, 'db' | 'makeId' | 'now'>;

/** Of one batch: few enough for the engine to answer quickly, many enough for few statements. */
const BATCH_PRODUCTS = 200;
const BATCH_SKUS = 500;

/** The catalogue's writers go one after another: two that make the same product would refuse each other. */
const LOCK = 7_241_001;

/**
 * Writes products by handle, in one transaction: all or nothing. SKUs are matched by option values, then by code.
 * `products` is a list, or a function that starts reading anew, because a transaction may be tried again.
 */
export function saveCatalogue(
  ctx: SaveContext,
  products: readonly CatalogueProduct[] | (() => AsyncIterable<CatalogueProduct>),
  options: SaveOptions = {},
): Promise<SavedCatalogue> {
  const keeps = [...(options.keeps ?? [])];
  return ctx.db.tx(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${LOCK})`);
    await options.guard?.(tx);
    const categories = await openCategories(tx, ctx.makeId, options.categories);
    const result: SavedCatalogue = { created: 0, updated: 0, skus: 0, leftShelf: 0, categories: 0, held: [] };
    const skus: SavedSku[] = [];
    for await (const batch of batches(typeof products === 'function' ? products() : products)) {
      const { created, leftShelf, saved } = await saveBatch(tx, ctx, categories, batch, keeps);
      result.created += created;
      result.updated += batch.length - created;
      result.leftShelf += leftShelf;
      skus.push(...saved);
      options.onProgress?.(result.created + result.updated);
    }
    const lines = skus.map(({ skuId, sku }) => ({ skuId, wanted: sku.stock }));
    const byId = new Map(skus.map((one) => [one.skuId, one]));
    for (const { skuId, wanted, kept } of await saveStock(tx, ctx, lines)) {
      const { handle, sku } = byId.get(skuId)!;
      result.held.push({ handle, optionValues: sku.optionValues, wanted: wanted!, kept });
    }
    await bumpRevision(tx, 'catalogue');
    return { ...result, skus: skus.length, categories: categories.made };
  });
}

async function* batches(
  products: Iterable<CatalogueProduct> | AsyncIterable<CatalogueProduct>,
): AsyncGenerator<CatalogueProduct[]> {
  let batch: CatalogueProduct[] = [];
  let skus = 0;
  for await (const product of products) {
    batch.push(product);
    skus += product.skus.length;
    if (batch.length < BATCH_PRODUCTS && skus < BATCH_SKUS) continue;
    yield batch;
    batch = [];
    skus = 0;
  }
  if (batch.length > 0) yield batch;
}

async function saveBatch(
  tx: Tx,
  ctx: SaveContext,
  categories: CategoryBook,
  batch: CatalogueProduct[],
  keeps: KeptField[],
): Promise<{ created: number; leftShelf: number; saved: SavedSku[] }> {
  await categories.ensure(batch.flatMap((product) => product.categories));
  const handles = batch.map((product) => product.handle);
  const rows = await tx.query<{ product_id: string; handle: string }>(
    sql`select product_id, handle from products where handle = any(${handles}::text[])`,
  );
  const known = new Map(rows.map((row) => [row.handle, row.product_id]));
  const products = batch.map((product) => ({ productId: known.get(product.handle) ?? ctx.makeId(), product }));
  await saveProducts(tx, ctx, products, keeps);
  const placed = keeps.includes('categories') ? products.filter(({ product }) => !known.has(product.handle)) : products;
  await placeInCategories(tx, categories, placed);
  await indexProducts(
    tx,
    products.map(({ productId }) => productId),
  );
  return { created: batch.length - rows.length, ...(await saveSkus(tx, ctx, products, keeps)) };
}

async function saveProducts(
  tx: Tx,
  { now }: SaveContext,
  products: { productId: string; product: CatalogueProduct }[],
  keeps: KeptField[],
): Promise<void> {
  const records = products.map(({ productId, product: { skus, descriptionHtml, ...product } }) => ({
    ...product,
    productId,
    ...priceRange(product.handle, skus),
    descriptionHtml: sanitiseHtml(descriptionHtml),
    salesCount: product.salesCount ?? 0,
    video: product.video ?? null,
    facts: product.facts ?? [],
  }));
  await tx.query(
    sql`insert into products (product_id, handle, title, subtitle, description_html, vendor, state, tags, options, images,
        price_fen, max_price_fen, compare_at_fen, sales_count, video, facts, created_at, updated_at)
      select "productId", handle, title, subtitle, "descriptionHtml", vendor, state, tags, options, images,
        "priceFen", "maxPriceFen", "compareAtFen", "salesCount", nullif(video, 'null'), facts, ${now()}::timestamptz, ${now()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r("productId" bigint, handle text, title text,
        subtitle text, "descriptionHtml" text, vendor text, state text, tags text[], options jsonb, images jsonb,
        "priceFen" bigint, "maxPriceFen" bigint, "compareAtFen" bigint, "salesCount" int, video jsonb, facts jsonb)
      on conflict (handle) do update set
        title = excluded.title, options = excluded.options, price_fen = excluded.price_fen,
        max_price_fen = excluded.max_price_fen, updated_at = excluded.updated_at, revision = products.revision + 1,
        subtitle = case when 'subtitle' = any(${keeps}::text[]) then products.subtitle else excluded.subtitle end,
        description_html = case when 'descriptionHtml' = any(${keeps}::text[]) then products.description_html
          else excluded.description_html end,
        vendor = case when 'vendor' = any(${keeps}::text[]) then products.vendor else excluded.vendor end,
        state = case when 'state' = any(${keeps}::text[]) then products.state else excluded.state end,
        tags = case when 'tags' = any(${keeps}::text[]) then products.tags else excluded.tags end,
        images = case when 'images' = any(${keeps}::text[]) then products.images else excluded.images end,
        video = case when 'video' = any(${keeps}::text[]) then products.video else excluded.video end,
        facts = case when 'facts' = any(${keeps}::text[]) then products.facts else excluded.facts end,
        compare_at_fen = case when not ('compareAtFen' = any(${keeps}::text[])) then excluded.compare_at_fen
          when products.compare_at_fen > excluded.price_fen then products.compare_at_fen end`,
  );
}

/** The lowest and highest price among a product's SKUs; the compare-at price is the cheapest one's. */
function priceRange(handle: string, skus: CatalogueProduct['skus']) {
  const [first, ...others] = skus;
  if (!first) throw new Error(`product ${handle} has no SKU`);
  const cheapest = others.reduce((best, sku) => (sku.priceFen < best.priceFen ? sku : best), first);
  return {
    priceFen: cheapest.priceFen,
    maxPriceFen: skus.reduce((most, sku) => Math.max(most, sku.priceFen), 0),
    compareAtFen: cheapest.compareAtFen,
  };
}

async function placeInCategories(
  tx: Tx,
  categories: CategoryBook,
  products: { productId: string; product: CatalogueProduct }[],
): Promise<void> {
  await tx.query(
    sql`delete from product_categories where product_id = any(${products.map((one) => one.productId)}::bigint[])`,
  );
  const places = products.flatMap(({ productId, product }) => {
    const ids = new Set(product.categories.map((path) => categories.idOf(path)));
    return [...ids].map((categoryId, position) => ({ productId, categoryId, position }));
  });
  if (places.length === 0) return;
  await tx.query(
    sql`insert into product_categories (product_id, category_id, position)
      select "productId", "categoryId", position from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as r("productId" bigint, "categoryId" bigint, position int)`,
  );
}
