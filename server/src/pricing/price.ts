import { formatFen } from '@jishi/contract/plain/money';
import { shippingFee, type ShippingRule } from './shippingRule';
import { splitFen } from './splitFen';

/** What is priced: units at today's price. Fen and grams; SKUs differ. */
export interface PricedLine {
  skuId: string;
  unitFen: number;
  quantity: number;
  weightGrams: number;
}

/** Something that is taken off the goods; `kind` and `ref` name it in the order's books. */
export interface Discount {
  kind: string;
  ref: string;
  label: string;
  reason: string;
  fen: number;
}

export interface PriceRules {
  /** Null: the goods are fetched from a store. */
  shipping: ShippingRule | null;
  discounts: readonly Discount[];
}

export interface Amounts {
  goodsFen: number;
  shippingFen: number;
  discountFen: number;
  /** Always goods + shipping - discount. */
  totalFen: number;
}

/** A line of the breakdown that the shopper reads; `fen` is negative for what is taken off, and all of them sum to the total. */
export interface BreakdownLine {
  kind: 'goods' | 'shipping' | 'discount';
  label: string;
  fen: number;
  reason: string;
}

/** The part of a discount that belongs to one line. */
export interface Adjustment {
  skuId: string;
  kind: string;
  ref: string;
  fen: number;
}

export interface Priced extends Amounts {
  breakdown: BreakdownLine[];
  adjustments: Adjustment[];
}

/**
 * The one place where a total is made. Pure: the same lines and rules cost the same in a quote, an order and a test,
 * in whatever order they are given.
 */
export function price(lines: readonly PricedLine[], { shipping, discounts }: PriceRules): Priced {
  const goodsFen = sum(lines, (line) => line.unitFen * line.quantity);
  const units = sum(lines, (line) => line.quantity);
  const grams = sum(lines, (line) => line.weightGrams * line.quantity);
  const taken = takeOff(lines, discounts);
  const discountFen = sum(taken, (discount) => discount.fen);
  const fee = shipping ? shippingFee(shipping, goodsFen, grams) : { fen: 0, reason: '到店自提，不收运费' };
  return {
    goodsFen,
    shippingFen: fee.fen,
    discountFen,
    totalFen: goodsFen + fee.fen - discountFen,
    breakdown: [
      { kind: 'goods', label: '商品金额', fen: goodsFen, reason: `共 ${units} 件` },
      ...taken.map(({ label, fen, reason }) => ({ kind: 'discount' as const, label, fen: -fen, reason })),
      { kind: 'shipping', label: '运费', fen: fee.fen, reason: fee.reason },
    ],
    adjustments: taken.flatMap((discount) => discount.adjustments),
  };
}

/** Each discount takes what the ones before it left, never more: sorted by name, so that their order is always one. */
function takeOff(lines: readonly PricedLine[], discounts: readonly Discount[]) {
  const left = lines.map((line) => line.unitFen * line.quantity);
  const inOrder = [...discounts].sort((a, b) => (`${a.kind}:${a.ref}` < `${b.kind}:${b.ref}` ? -1 : 1));
  return inOrder.flatMap((discount) => {
    const fen = Math.min(
      discount.fen,
      sum(left, (part) => part),
    );
    if (fen === 0) return [];
    const parts = splitFen(
      fen,
      lines.map((line, index) => ({ key: line.skuId, weight: left[index]! })),
    );
    parts.forEach((part, index) => (left[index]! -= part));
    const adjustments = parts.flatMap((part, index): Adjustment[] =>
      part === 0 ? [] : [{ skuId: lines[index]!.skuId, kind: discount.kind, ref: discount.ref, fen: part }],
    );
    return [{ ...discount, fen, adjustments }];
  });
}

/** A discount that goods of some worth reach. */
export interface ReachDiscount {
  ref: string;
  label: string;
  fromFen: number;
  offFen: number;
}

/** The best discount that the goods reach, or none: one of this kind for an order. */
export function reachedDiscount(offers: readonly ReachDiscount[], goodsFen: number): Discount[] {
  const reached = offers.filter((offer) => goodsFen >= offer.fromFen);
  const [best] = reached.sort((a, b) => b.offFen - a.offFen || (a.ref < b.ref ? -1 : 1));
  if (!best) return [];
  const reason = `满 ¥${formatFen(best.fromFen)} 减 ¥${formatFen(best.offFen)}`;
  return [{ kind: 'reach', ref: best.ref, label: best.label, reason, fen: best.offFen }];
}

const sum = <T>(list: readonly T[], value: (item: T) => number) => list.reduce((total, item) => total + value(item), 0);
