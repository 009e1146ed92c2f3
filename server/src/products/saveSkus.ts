import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import type { CatalogueProduct, CatalogueSku, KeptField } from './catalogue';

export interface SavedSku {
  skuId: string;
  handle: string;
  sku: CatalogueSku;
}

interface SkuRow {
  sku_id: string;
  product_id: string;
  code: string | null;
  option_values: string[];
  state: 'on_shelf' | 'off_shelf';
}

/** Writes the SKUs of some products; those that are no longer among them leave the shelf and stay for their orders. */
export async function saveSkus(
  tx: Tx,
  { makeId }: Pick<Context, 'makeId'>,
  products: { productId: string; product: CatalogueProduct }[],
  keeps: KeptField[],
): Promise<{ saved: SavedSku[]; leftShelf: number }> {
  const productIds = products.map(({ productId }) => productId);
  const rows = await tx.query<SkuRow>(
    sql`select sku_id, product_id, code, option_values, state from skus where product_id = any(${productIds}::bigint[])
      order by state desc, sku_id`,
  );
  const existing = new Map<string, SkuRow[]>(productIds.map((id) => [id, []]));
  for (const row of rows) existing.get(row.product_id)?.push(row);

  const saved: SavedSku[] = [];
  const records: unknown[] = [];
  for (const { productId, product } of products) {
    const ids = matchSkus(existing.get(productId)!, product.skus);
    product.skus.forEach((sku, position) => {
      const skuId = ids[position] ?? makeId();
      saved.push({ skuId, handle: product.handle, sku });
      records.push({ ...sku, skuId, productId, position });
    });
  }
  await tx.query(
    sql`insert into skus (sku_id, product_id, code, option_values, price_fen, compare_at_fen, image_url, weight_grams,
        barcode, position, state)
      select "skuId", "productId", code, "optionValues", "priceFen", "compareAtFen", "imageUrl", "weightGrams",
        barcode, position, 'on_shelf'
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r("skuId" bigint, "productId" bigint, code text,
        "optionValues" text[], "priceFen" bigint, "compareAtFen" bigint, "imageUrl" text, "weightGrams" int,
        barcode text, position int)
      on conflict (sku_id) do update set
        option_values = excluded.option_values, price_fen = excluded.price_fen, position = excluded.position,
        state = excluded.state,
        code = case when 'code' = any(${keeps}::text[]) then skus.code else excluded.code end,
        compare_at_fen = case when 'compareAtFen' = any(${keeps}::text[]) then skus.compare_at_fen
          else excluded.compare_at_fen end,
        image_url = case when 'skuImages' = any(${keeps}::text[]) then skus.image_url else excluded.image_url end,
        weight_grams = case when 'weightGrams' = any(${keeps}::text[]) then skus.weight_grams
          else excluded.weight_grams end,
        barcode = case when 'barcode' = any(${keeps}::text[]) then skus.barcode else excluded.barcode end`,
  );
  const left = await tx.query(
    sql`update skus set state = 'off_shelf'
      where product_id = any(${productIds}::bigint[]) and state = 'on_shelf'
        and not (sku_id = any(${saved.map((one) => one.skuId)}::bigint[]))
      returning sku_id`,
  );
  return { saved, leftShelf: left.length };
}

/**
 * The existing SKU of each new one, or undefined. First by option values, then by code, so that a renamed value stays
 * the same SKU. No row is given twice, and a row found by code takes values that no row has: the unique index holds.
 */
export function matchSkus(rows: SkuRow[], skus: readonly CatalogueSku[]): (string | undefined)[] {
  const free = new Set(rows);
  const take = (row: SkuRow | undefined) => {
    if (row) free.delete(row);
    return row?.sku_id;
  };
  const keyOf = (values: readonly string[]) => JSON.stringify(values);
  const byValues = new Map(rows.map((row) => [keyOf(row.option_values), row]));
  const ids = skus.map((sku) => take(byValues.get(keyOf(sku.optionValues))));
  const byCode = new Map([...free].reverse().flatMap((row) => (row.code ? [[row.code, row] as const] : [])));
  return skus.map((sku, index) => {
    if (ids[index] || !sku.code) return ids[index];
    const row = byCode.get(sku.code);
    byCode.delete(sku.code);
    return take(row);
  });
}
