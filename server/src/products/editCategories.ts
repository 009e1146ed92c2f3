import type { z } from 'zod';
import type { AdminCategory } from '@jishi/contract/admin/categories';
import type { Context } from '../context';
import { sql, type Queryable, type Row, type Statement } from '../db/db';
import { bumpRevision } from '../db/revisions';
import { AppError } from '../errors';
import { indexProducts } from '../search/indexProducts';

type CategoryBody = z.output<typeof AdminCategory>;
type Input = Pick<CategoryBody, 'name' | 'slug' | 'imageUrl'>;

/** All categories in the shop's order, empty ones too. */
export function findCategories(db: Queryable): Promise<CategoryBody[]> {
  return db.query<CategoryBody>(
    sql`select c.category_id as id, c.parent_id as "parentId", c.slug, c.name, c.image_url as "imageUrl",
        (select count(*)::int from product_categories pc where pc.category_id = c.category_id) as "productCount"
      from categories c order by c.position, c.category_id`,
  );
}

/** Every change of a category shows in cached answers. */
function write(ctx: Context, statement: Statement): Promise<Row[]> {
  return ctx.db.tx(async (tx) => {
    const rows = await tx.query(statement);
    await bumpRevision(tx, 'catalogue');
    return rows;
  });
}

async function readCategory(db: Queryable, categoryId: string): Promise<CategoryBody> {
  const found = (await findCategories(db)).find((category) => category.id === categoryId);
  if (!found) throw new AppError('not_found');
  return found;
}

/** Makes a category, last of its siblings. Throws `invalid_request` for a parent that is missing or a child itself. */
export async function createCategory(
  ctx: Context,
  { parentId, name, slug, imageUrl }: Input & { parentId: string | null },
): Promise<CategoryBody> {
  const all = await findCategories(ctx.db);
  const parent = all.find((category) => category.id === parentId);
  if (parentId !== null && parent?.parentId !== null)
    throw new AppError('invalid_request', { issues: [{ path: 'body.parentId', message: '上级分类不对' }] });
  const categoryId = ctx.makeId();
  await write(
    ctx,
    sql`insert into categories (category_id, parent_id, slug, name, image_url, position)
      select ${categoryId}::bigint, ${parentId}::bigint, ${slug}, ${name}, ${imageUrl}, coalesce(max(position), 0) + 1
      from categories`,
  );
  return { id: categoryId, parentId, slug, name, imageUrl, productCount: 0 };
}

/** Its products are found by its name. Throws `not_found`; a name or slug that is taken is a `conflict`. */
export async function editCategory(
  ctx: Context,
  categoryId: string,
  { name, slug, imageUrl }: Input,
): Promise<{ before: CategoryBody; after: CategoryBody }> {
  const before = await readCategory(ctx.db, categoryId);
  await ctx.db.tx(async (tx) => {
    await tx.query(
      sql`update categories set name = ${name}, slug = ${slug}, image_url = ${imageUrl} where category_id = ${categoryId}`,
    );
    const products = await tx.query<{ id: string }>(
      sql`select distinct pc.product_id as id from product_categories pc
        join categories c on c.category_id = pc.category_id
        where c.category_id = ${categoryId} or c.parent_id = ${categoryId}`,
    );
    const ids = products.map(({ id }) => id);
    await indexProducts(tx, ids);
    await bumpRevision(tx, 'catalogue');
  });
  return { before, after: { ...before, name, slug, imageUrl } };
}

/** Throws `not_found`, and `conflict` for one that still holds products or children. */
export async function deleteCategory(ctx: Context, categoryId: string): Promise<CategoryBody> {
  const all = await findCategories(ctx.db);
  const category = all.find((one) => one.id === categoryId);
  if (!category) throw new AppError('not_found');
  if (category.productCount > 0 || all.some((one) => one.parentId === categoryId)) throw new AppError('conflict');
  await write(ctx, sql`delete from categories where category_id = ${categoryId}`);
  return category;
}

/** Puts the given categories into the given order. Throws `not_found` when one is missing. */
export async function orderCategories(ctx: Context, categoryIds: readonly string[]): Promise<void> {
  const moved = await write(
    ctx,
    sql`update categories set position = wanted.position
      from unnest(${categoryIds}::bigint[], ${categoryIds.map((_, index) => index + 1)}::int[]) as wanted(category_id, position)
      where categories.category_id = wanted.category_id returning categories.category_id`,
  );
  if (moved.length !== categoryIds.length) throw new AppError('not_found');
}
