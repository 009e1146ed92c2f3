import type { z } from 'zod';
import type { Category } from '@jishi/contract/products';
import { sql, type Queryable } from '../db/db';

interface Row {
  id: string;
  parentId: string | null;
  slug: string;
  name: string;
  imageUrl: string | null;
}

/** Two levels, in the shop's order; a category without a product on the shelf is left out. */
export async function listCategories(db: Queryable): Promise<z.output<typeof Category>[]> {
  const rows = await db.query<Row>(
    sql.named(
      'categories.list',
    )`select c.category_id as id, c.parent_id as "parentId", c.slug, c.name, c.image_url as "imageUrl"
      from categories c
      where exists (
        select 1 from product_categories pc join products p on p.product_id = pc.product_id and p.state = 'on_shelf'
        left join categories child on child.category_id = pc.category_id
        where pc.category_id = c.category_id or child.parent_id = c.category_id
      )
      order by c.position, c.category_id`,
  );
  const children = (parentId: string) =>
    rows
      .filter((row) => row.parentId === parentId)
      .map(({ id, slug, name, imageUrl }) => ({ id, slug, name, imageUrl }));
  return rows
    .filter((row) => row.parentId === null)
    .map(({ id, slug, name, imageUrl }) => ({ id, slug, name, imageUrl, children: children(id) }));
}
