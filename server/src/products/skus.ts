import type { Queryable } from '../db/db';

/** A SKU as carts, quotes and orders see it: price and stock of this moment. Fen. */
export interface SkuRow {
  skuId: string;
  productId: string;
  title: string;
  /** `柿红 / 180ml` */
  optionText: string;
  imageUrl: string | null;
  priceFen: number;
  stock: number;
  /** Null when the catalogue does not say. */
  weightGrams: number | null;
  isOnShelf: boolean;
}

/** The columns of a `SkuRow` and what they come from, for statements that read SKUs along with their own rows. */
export const SKU_COLUMNS = `k.sku_id as "skuId", k.product_id as "productId", p.title,
  array_to_string(k.option_values, ' / ') as "optionText", coalesce(k.image_url, p.images -> 0 ->> 'url') as "imageUrl",
  k.price_fen as "priceFen", coalesce(s.on_hand - s.reserved, 0) as stock, k.weight_grams as "weightGrams",
  (p.state = 'on_shelf' and k.state = 'on_shelf') as "isOnShelf"`;
export const SKU_TABLES = `skus k join products p on p.product_id = k.product_id left join stock s on s.sku_id = k.sku_id`;

/** As the database gives it: bigint columns arrive as text. */
export type RawSku = Omit<SkuRow, 'priceFen'> & { priceFen: string };

/** Reads SKUs by id in one statement, however many; unknown ids are absent from the map. */
export async function readSkus(db: Queryable, skuIds: readonly string[]): Promise<Map<string, SkuRow>> {
  if (skuIds.length === 0) return new Map();
  const rows = await db.query<RawSku>({
    name: 'skus.read',
    text: `select ${SKU_COLUMNS} from ${SKU_TABLES} where k.sku_id = any($1::bigint[])`,
    values: [skuIds],
  });
  return new Map(rows.map((row) => [row.skuId, { ...row, priceFen: Number(row.priceFen) }]));
}
