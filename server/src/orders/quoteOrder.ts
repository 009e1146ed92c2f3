import type { z } from 'zod';
import type { OrderItems, Quote } from '@jishi/contract/orders';
import type { Context } from '../context';
import type { Queryable } from '../db/db';
import { AppError } from '../errors';
import { price } from '../pricing/price';
import { readSkus } from '../products/skus';
import type { LineBody } from './readOrder';

export type QuoteBody = z.output<typeof Quote>;

/** What the items cost at this moment, and which of them cannot be bought. Throws `not_found` for unknown SKUs. */
export async function quoteOrder(ctx: Context, db: Queryable, items: z.output<typeof OrderItems>): Promise<QuoteBody> {
  const skus = await readSkus(
    db,
    items.map((item) => item.skuId),
  );
  const problems: QuoteBody['problems'] = [];
  const lines = items.map(({ skuId, quantity }): LineBody => {
    const sku = skus.get(skuId);
    if (!sku) throw new AppError('not_found', { skuId });
    if (!sku.isOnShelf) problems.push({ skuId, code: 'off_shelf', stock: 0 });
    else if (sku.stock < quantity) problems.push({ skuId, code: 'sold_out', stock: sku.stock });
    return {
      skuId,
      productId: sku.productId,
      title: sku.title,
      optionText: sku.optionText,
      imageUrl: sku.imageUrl,
      unitFen: sku.priceFen,
      quantity,
      totalFen: sku.priceFen * quantity,
    };
  });
  const { SHIPPING_FEE_FEN: feeFen, FREE_SHIPPING_FROM_FEN: freeFromFen } = ctx.env;
  return { lines, problems, ...price(lines, { feeFen, freeFromFen }) };
}
