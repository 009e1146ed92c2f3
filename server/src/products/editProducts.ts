import type { z } from 'zod';
import type { AdminProduct, CreateProduct, EditProduct } from '@jishi/contract/admin/products';
import type { Context } from '../context';
import { sql, type Queryable, type Tx } from '../db/db';
import { bumpRevision } from '../db/revisions';
import { AppError } from '../errors';
import { readProduct } from './readProducts';
import { saveCatalogue } from './saveCatalogue';

type ProductBody = z.output<typeof AdminProduct>;
type Edit = z.output<typeof EditProduct>;

/** Throws `conflict` for a handle that is taken, `invalid_request` for a category that is not there. */
export async function createProduct(ctx: Context, input: z.output<typeof CreateProduct>): Promise<ProductBody> {
  const { categoryIds, ...product } = input;
  const categories = await pathsOf(ctx.db, categoryIds);
  const { created } = await saveCatalogue(ctx, [{ ...product, categories }]);
  // the handle belonged to another product, which must stay as it was: throwing rolls back
  if (created !== 1) throw new AppError('conflict', { field: 'handle' });
  const [row] = await ctx.db.query<{ product_id: string }>(
    sql`select product_id from products where handle = ${product.handle}`,
  );
  return readProduct(ctx.db, row!.product_id);
}

/**
 * Replaces what `EditProduct` names. Throws `not_found`, `invalid_request` for a category that is not there, and `conflict`
 * (details: `{ product }`, as it is now) when it is no longer at the revision that was edited.
 */
export async function editProduct(
  ctx: Context,
  productId: string,
  { categoryIds, skus, revision, ...fields }: Edit,
): Promise<{ before: ProductBody; after: ProductBody }> {
  const before = await readProduct(ctx.db, productId);
  const categories = await pathsOf(ctx.db, categoryIds);
  const product = { ...fields, handle: before.handle, state: before.state, categories };
  await saveCatalogue(ctx, [{ ...product, skus: skus.map((sku) => ({ ...sku, stock: null })) }], {
    keeps: new Set(['state']),
    guard: (tx) => requireRevision(tx, productId, revision),
  });
  return { before, after: await readProduct(ctx.db, productId) };
}

async function requireRevision(tx: Tx, productId: string, revision: number): Promise<void> {
  const product = await readProduct(tx, productId);
  if (product.revision !== revision) throw new AppError('conflict', { product });
}

/** Puts a product on the shelf or takes it off. Throws `not_found`. */
export async function setProductState(
  ctx: Context,
  productId: string,
  state: ProductBody['state'],
): Promise<{ before: ProductBody; after: ProductBody }> {
  const before = await readProduct(ctx.db, productId);
  await ctx.db.tx(async (tx) => {
    await tx.query(
      sql`update products set state = ${state}, updated_at = ${ctx.now()} where product_id = ${productId}`,
    );
    await bumpRevision(tx, 'catalogue');
  });
  return { before, after: await readProduct(ctx.db, productId) };
}

/** Puts products on the shelf or takes them off, all or none. Throws `not_found` (details: `productIds`). */
export async function setProductStates(
  ctx: Pick<Context, 'db' | 'now'>,
  productIds: readonly string[],
  state: ProductBody['state'],
): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const rows = await tx.query<{ id: string }>(
      sql`update products set state = ${state}, updated_at = ${ctx.now()}
        where product_id = any(${[...productIds]}::bigint[]) returning product_id as id`,
    );
    const missing = productIds.filter((id) => !rows.some((row) => row.id === id));
    if (missing.length > 0) throw new AppError('not_found', { productIds: missing });
    await bumpRevision(tx, 'catalogue');
  });
}

/** Category ids as the paths that a catalogue has, parent first. */
async function pathsOf(db: Queryable, categoryIds: readonly string[]): Promise<string[][]> {
  if (categoryIds.length === 0) return [];
  const rows = await db.query<{ id: string; path: string[] }>(
    sql`select c.category_id as id, array_remove(array[parent.name, c.name], null) as path
      from categories c left join categories parent on parent.category_id = c.parent_id
      where c.category_id = any(${categoryIds}::bigint[])`,
  );
  const byId = new Map(rows.map((row) => [row.id, row.path]));
  return categoryIds.map((id) => {
    const path = byId.get(id);
    if (!path)
      throw new AppError('invalid_request', { issues: [{ path: 'body.categoryIds', message: '没有这个分类' }] });
    return path;
  });
}
