import type { z } from 'zod';
import type { OrderItems, Quote, QuoteOrder } from '@jishi/contract/orders';
import type { Fulfilment } from '@jishi/contract/plain/orders';
import { getAddress } from '../addresses/addresses';
import type { Context } from '../context';
import type { Queryable } from '../db/db';
import { AppError } from '../errors';
import { readSpending, type Spending } from '../points/spendPoints';
import { readRules } from '../pricing/readRules';
import { readShopper } from '../pricing/readShopper';
import { ruleFor, type Place } from '../pricing/shippingRule';
import { unservedText } from '../pricing/shippingWords';
import type { Adjustment } from '../pricing/takeOff';
import { readSkus } from '../products/skus';
import type { SessionRow } from '../auth';
import { chooseBenefits, type Refusal, type Wishes } from './chooseBenefits';
import type { LineBody } from './readOrder';

export type QuoteBody = z.output<typeof Quote>;

/** Who buys, and where. */
export type Buyer = Pick<SessionRow, 'userId' | 'platform'>;

/** How the goods get to the shopper; without a place the rule for everywhere else holds. */
export interface Handover {
  fulfilment: Fulfilment;
  place: Place | null;
}

/** A quote, and what an order at its price would write down. */
export interface PricedItems {
  quote: QuoteBody;
  /** How each discount is split over the lines. */
  adjustments: Adjustment[];
  coupons: { id: string; offFen: number }[];
  points: number;
  /** Coupons that were chosen and cannot be used; the quote has the best choice instead. */
  refusals: Refusal[];
}

/** What the items of a person would cost. Throws `not_found` for unknown SKUs, `address_not_found`. */
export async function quoteOrder(ctx: Context, buyer: Buyer, input: z.output<typeof QuoteOrder>): Promise<QuoteBody> {
  const { items, fulfilment, addressId } = input;
  const place = addressId === undefined ? null : await getAddress(ctx.db, buyer.userId, addressId);
  const spending = await readSpending(ctx.db, buyer.userId, ctx.now());
  return (await priceItems(ctx, ctx.db, buyer, { items, handover: { fulfilment, place }, wishes: input, spending }))
    .quote;
}

interface Pricing {
  items: z.output<typeof OrderItems>;
  handover: Handover;
  wishes: Wishes;
  /** Null: no points are wanted. */
  spending: Spending | null;
}

/**
 * What the items cost at this moment with what the person wants to use, which of them cannot be bought, and why.
 * Throws `not_found` for unknown SKUs.
 */
export async function priceItems(
  ctx: Context,
  db: Queryable,
  buyer: Buyer,
  { items, handover, wishes, spending }: Pricing,
): Promise<PricedItems> {
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
  const productIds = lines.map(({ productId }) => productId);
  const now = ctx.now();
  const shopper = await readShopper(db, buyer.userId, productIds, now);
  const rule = handover.fulfilment === 'pickup' ? null : ruleFor(rules.shipping, handover.place);
  const { priced, benefits, refusals } = chooseBenefits(
    weighed.map(({ line, weightGrams }) => ({ ...line, weightGrams })),
    { shipping: rule, offers: rules.discounts },
    shopper,
    spending,
    wishes,
    { platform: buyer.platform, now },
  );
  const { adjustments, used, ...amounts } = priced;
  const unserved = rule && !rule.isServed ? { reason: unservedText(rule) } : null;
  return {
    quote: { lines, problems, unserved, ...amounts, ...benefits },
    adjustments,
    coupons: Object.entries(used.couponFen).map(([id, offFen]) => ({ id, offFen })),
    points: used.points,
    refusals,
  };
}
