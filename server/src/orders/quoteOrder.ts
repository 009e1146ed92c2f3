import type { z } from 'zod';
import type { OrderItems, Quote, QuoteOrder } from '@jishi/contract/orders';
import type { Fulfilment } from '@jishi/contract/plain/orders';
import { getAddress } from '../addresses/addresses';
import type { Context } from '../context';
import type { Queryable } from '../db/db';
import { AppError } from '../errors';
import { price, reachedDiscount, type Adjustment } from '../pricing/price';
import { readRules } from '../pricing/readRules';
import { ruleFor, type Place } from '../pricing/shippingRule';
import { unservedText } from '../pricing/shippingWords';
import { readSkus } from '../products/skus';
import type { LineBody } from './readOrder';

export type QuoteBody = z.output<typeof Quote>;

/** How the goods get to the shopper; without a place the rule for everywhere else holds. */
export interface Handover {
  fulfilment: Fulfilment;
  place: Place | null;
}

/** What the items of a person would cost. Throws `not_found` for unknown SKUs, `address_not_found`. */
export async function quoteOrder(ctx: Context, userId: string, input: z.output<typeof QuoteOrder>): Promise<QuoteBody> {
  const { items, fulfilment, addressId } = input;
  const place = addressId === undefined ? null : await getAddress(ctx.db, userId, addressId);
  return (await priceItems(ctx, ctx.db, items, { fulfilment, place })).quote;
}

/**
 * What the items cost at this moment, which of them cannot be bought, and how each discount is split over them.
 * Throws `not_found` for unknown SKUs.
 */
export async function priceItems(
  ctx: Context,
  db: Queryable,
  items: z.output<typeof OrderItems>,
  { fulfilment, place }: Handover,
): Promise<{ quote: QuoteBody; adjustments: Adjustment[] }> {
  const skus = await readSkus(
    db,
    items.map((item) => item.skuId),
  );
  const problems: QuoteBody['problems'] = [];
  const weighed = items.map(({ skuId, quantity }) => {
    const sku = skus.get(skuId);
    if (!sku) throw new AppError('not_found', { skuId });
    if (!sku.isOnShelf) problems.push({ skuId, code: 'off_shelf', stock: 0 });
    else if (sku.stock < quantity) problems.push({ skuId, code: 'sold_out', stock: sku.stock });
    const line: LineBody = {
      skuId,
      productId: sku.productId,
      title: sku.title,
      optionText: sku.optionText,
      imageUrl: sku.imageUrl,
      unitFen: sku.priceFen,
      quantity,
      totalFen: sku.priceFen * quantity,
    };
    return { line, weightGrams: sku.weightGrams ?? 0 };
  });
  const lines = weighed.map(({ line }) => line);
  const rules = await readRules(ctx, db);
  const rule = fulfilment === 'pickup' ? null : ruleFor(rules.shipping, place);
  const goodsFen = lines.reduce((total, line) => total + line.totalFen, 0);
  const { adjustments, ...amounts } = price(
    weighed.map(({ line, weightGrams }) => ({ ...line, weightGrams })),
    { shipping: rule, discounts: reachedDiscount(rules.discounts, goodsFen) },
  );
  const unserved = rule && !rule.isServed ? { reason: unservedText(rule) } : null;
  return { quote: { lines, problems, unserved, ...amounts }, adjustments };
}
