import { sql, type Queryable } from '../db/db';

/** Every column that may hold the path of a picture, by how it holds it. A test compares this with the database. */
export const PICTURE_COLUMNS = {
  text: [
    'skus.image_url',
    'categories.image_url',
    'order_lines.image_url',
    'code_pictures.asset_url',
    'posters.asset_url',
  ],
  /** JSON in which the path is somewhere. */
  json: ['products.images', 'products.video', 'layout_drafts.document', 'layout_versions.document'],
  /** Remembered, not shown. */
  forgotten: ['picture_sources.asset_url'],
} as const;

/** Whether any of these paths is shown anywhere, in old orders and old versions of pages too. Descriptions of products may show one as well. */
export async function isUsed(db: Queryable, paths: string[]): Promise<boolean> {
  const pattern = paths.map((one) => `%${one}%`);
  const [row] = await db.query<{ isUsed: boolean }>(
    sql`select exists (select 1 from skus where image_url = any(${paths}::text[]))
        or exists (select 1 from categories where image_url = any(${paths}::text[]))
        or exists (select 1 from order_lines where image_url = any(${paths}::text[]))
        or exists (select 1 from code_pictures where asset_url = any(${paths}::text[]))
        or exists (select 1 from posters where asset_url = any(${paths}::text[]))
        or exists (select 1 from products where images::text like any(${pattern}::text[])
          or video::text like any(${pattern}::text[]))
        or exists (select 1 from layout_drafts where document::text like any(${pattern}::text[]))
        or exists (select 1 from layout_versions where document::text like any(${pattern}::text[]))
        or exists (select 1 from products where description_html like any(${pattern}::text[])) as "isUsed"`,
  );
  return row!.isUsed;
}
