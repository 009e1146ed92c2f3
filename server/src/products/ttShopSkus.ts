import type { z } from 'zod';
import type { TtShopSku } from '@jishi/contract/admin/ttShop';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';

type Mapping = z.output<typeof TtShopSku>;

/** Which product of the Douyin shop a SKU is. Throws `not_found`. */
export async function readTtShopSku(db: Queryable, skuId: string): Promise<Mapping> {
  const mapping = await find(db, skuId);
  if (!mapping) throw new AppError('not_found');
  return mapping;
}

/** Throws `not_found` for a SKU that does not exist. */
export async function mapTtShopSku(
  ctx: Context,
  mapping: Mapping,
): Promise<{ before: Mapping | null; after: Mapping }> {
  const before = await find(ctx.db, mapping.skuId);
  const [row] = await ctx.db.query(
    sql`insert into tt_shop_skus (sku_id, shop_product_id, shop_sku_id, updated_at)
      select sku_id, ${mapping.shopProductId}::text, ${mapping.shopSkuId}::text, ${ctx.now()}::timestamptz
      from skus where sku_id = ${mapping.skuId}
      on conflict (sku_id) do update set shop_product_id = excluded.shop_product_id,
        shop_sku_id = excluded.shop_sku_id, updated_at = excluded.updated_at
      returning sku_id`,
  );
  if (!row) throw new AppError('not_found');
  return { before, after: mapping };
}

/** Throws `not_found`. */
export async function unmapTtShopSku(ctx: Context, skuId: string): Promise<Mapping> {
  const before = await readTtShopSku(ctx.db, skuId);
  await ctx.db.query(sql`delete from tt_shop_skus where sku_id = ${skuId}`);
  return before;
}

async function find(db: Queryable, skuId: string): Promise<Mapping | null> {
  const [row] = await db.query<Mapping>(
    sql`select sku_id as "skuId", shop_product_id as "shopProductId", shop_sku_id as "shopSkuId"
      from tt_shop_skus where sku_id = ${skuId}`,
  );
  return row ?? null;
}
