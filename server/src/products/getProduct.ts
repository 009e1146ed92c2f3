import type { z } from 'zod';
import type { Product } from '@jishi/contract/products';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { toCard, type CardRow } from './card';

interface ProductRow extends CardRow {
  handle: string;
  state: 'on_shelf' | 'off_shelf';
  vendor: string;
  options: { name: string; values: string[] }[];
  description_html: string;
  video: { url: string; posterUrl: string | null } | null;
  facts: { name: string; value: string }[];
  categories: { id: string; name: string }[] | null;
}

interface SkuRow {
  id: string;
  optionValues: string[];
  priceFen: string;
  compareAtFen: string | null;
  stock: number;
  imageUrl: string | null;
}

/** One product with its SKUs, on the shelf or off it. Throws `not_found`. */
export async function getProduct(db: Queryable, productId: string): Promise<z.output<typeof Product>> {
  const [row] = await db.query<ProductRow>(
    sql.named(
      'products.get',
    )`select product_id, handle, title, subtitle, description_html, vendor, state, tags, options, images,
        video, facts,
        price_fen, max_price_fen, compare_at_fen, sales_count, false as is_sold_out,
        (select jsonb_agg(jsonb_build_object('id', c.category_id::text, 'name', c.name) order by pc.position)
          from product_categories pc join categories c on c.category_id = pc.category_id
          where pc.product_id = products.product_id) as categories
      from products where product_id = ${productId}`,
  );
  if (!row) throw new AppError('not_found');
  const skus = await db.query<SkuRow>(
    sql.named('products.skus')`select k.sku_id as id, k.option_values as "optionValues", k.price_fen as "priceFen",
        k.compare_at_fen as "compareAtFen", coalesce(s.on_hand - s.reserved, 0) as stock, k.image_url as "imageUrl"
      from skus k left join stock s on s.sku_id = k.sku_id
      where k.product_id = ${productId} and k.state = 'on_shelf' order by k.position, k.sku_id`,
  );
  return {
    ...toCard({ ...row, is_sold_out: skus.every((sku) => sku.stock === 0) }),
    handle: row.handle,
    state: row.state,
    vendor: row.vendor,
    images: row.images,
    video: row.video,
    options: row.options,
    skus: skus.map((sku) => ({
      ...sku,
      priceFen: Number(sku.priceFen),
      compareAtFen: sku.compareAtFen === null ? null : Number(sku.compareAtFen),
    })),
    descriptionHtml: row.description_html,
    categories: row.categories ?? [],
    facts: row.facts,
  };
}
