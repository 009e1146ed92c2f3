import type { z } from 'zod';
import { LOW_STOCK } from '@jishi/contract/plain/board';
import type { AdminProduct, AdminProductRow, AdminSku } from '@jishi/contract/admin/products';
import { newestFirst } from '../adminPage';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

type RowBody = z.output<typeof AdminProductRow>;
type ProductBody = z.output<typeof AdminProduct>;
type Raw<T> = Omit<T, 'priceFen' | 'maxPriceFen' | 'updatedAt'> & {
  priceFen: string;
  maxPriceFen: string;
  updatedAt: Date;
};

/** What the console's list asks for. Words are looked for one by one; `q` may also be an SKU's code. */
export interface FindProducts {
  q?: string;
  state?: RowBody['state'];
  categoryId?: string;
  /** Only what has an SKU with few units left. */
  isLow?: boolean;
  limit: number;
  cursor?: string;
}

/** Products on and off the shelf, newest first. */
export async function findProducts(
  db: Queryable,
  { q, state, categoryId, isLow = false, limit, cursor }: FindProducts,
): Promise<{ items: RowBody[]; nextCursor: string | null }> {
  const words = (q ?? '').split(/\s+/).filter(Boolean);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await db.query<Raw<RowBody>>(
    sql`select p.product_id as id, p.handle, p.title, p.images -> 0 ->> 'url' as "imageUrl", p.price_fen as "priceFen",
        p.max_price_fen as "maxPriceFen", p.state, p.sales_count as "salesCount", p.updated_at as "updatedAt",
        (select coalesce(sum(s.on_hand - s.reserved), 0)::int from skus k join stock s on s.sku_id = k.sku_id
          where k.product_id = p.product_id and k.state = 'on_shelf') as stock
      from products p
      where (${state ?? null}::text is null or p.state = ${state ?? null}::text)
        and (p.title || ' ' || p.subtitle || ' ' || p.handle ilike all(${patterns}::text[])
          or exists (select 1 from skus k where k.product_id = p.product_id and k.code = ${q ?? null}::text))
        and (${categoryId ?? null}::bigint is null or exists (select 1 from product_categories pc
          join categories c on c.category_id = pc.category_id where pc.product_id = p.product_id
            and (c.category_id = ${categoryId ?? null}::bigint or c.parent_id = ${categoryId ?? null}::bigint)))
        and (not ${isLow}::boolean or exists (select 1 from skus k join stock s on s.sku_id = k.sku_id
          where k.product_id = p.product_id and k.state = 'on_shelf' and s.on_hand - s.reserved <= ${LOW_STOCK}::int))
        and (${cursor ?? null}::bigint is null or p.product_id < ${cursor ?? null}::bigint)
      order by p.product_id desc limit ${limit + 1}::int`,
  );
  return newestFirst(rows.map(fromRaw), limit);
}

/** Everything of one product, with its SKUs that are on the shelf. Throws `not_found`. */
export async function readProduct(db: Queryable, productId: string): Promise<ProductBody> {
  const [row] = await db.query<Raw<Omit<ProductBody, 'skus' | 'stock' | 'imageUrl'>>>(
    sql`select p.product_id as id, p.handle, p.title, p.subtitle, p.description_html as "descriptionHtml", p.vendor,
        p.state, p.tags, p.options, p.images, p.video, p.facts, p.price_fen as "priceFen", p.max_price_fen as "maxPriceFen",
        p.sales_count as "salesCount", p.updated_at as "updatedAt", p.revision::int as revision,
        array(select pc.category_id::text from product_categories pc where pc.product_id = p.product_id
          order by pc.position) as "categoryIds"
      from products p where p.product_id = ${productId}`,
  );
  if (!row) throw new AppError('not_found');
  const skus = await readSkusOf(db, productId);
  const stock = skus.reduce((sum, sku) => sum + sku.onHand - sku.reserved, 0);
  return fromRaw({ ...row, imageUrl: row.images[0]?.url ?? null, skus, stock });
}

async function readSkusOf(db: Queryable, productId: string): Promise<z.output<typeof AdminSku>[]> {
  type Sku = z.output<typeof AdminSku>;
  const rows = await db.query<
    Omit<Sku, 'priceFen' | 'compareAtFen'> & { priceFen: string; compareAtFen: string | null }
  >(
    sql`select k.sku_id as id, k.code, k.option_values as "optionValues", k.price_fen as "priceFen",
        k.compare_at_fen as "compareAtFen", k.image_url as "imageUrl", k.weight_grams as "weightGrams", k.barcode,
        coalesce(s.on_hand, 0) as "onHand", coalesce(s.reserved, 0) as reserved
      from skus k left join stock s on s.sku_id = k.sku_id
      where k.product_id = ${productId} and k.state = 'on_shelf' order by k.position`,
  );
  return rows.map((row) => ({
    ...row,
    priceFen: Number(row.priceFen),
    compareAtFen: row.compareAtFen === null ? null : Number(row.compareAtFen),
  }));
}

function fromRaw<T extends { priceFen: string; maxPriceFen: string; updatedAt: Date }>(row: T) {
  return {
    ...row,
    priceFen: Number(row.priceFen),
    maxPriceFen: Number(row.maxPriceFen),
    updatedAt: row.updatedAt.toISOString(),
  };
}
