import { splitFen } from './splitFen';

/** What is priced: units at today's price. Fen and grams; SKUs differ. */
export interface PricedLine {
  skuId: string;
  unitFen: number;
  quantity: number;
  weightGrams: number;
}

/** In the order in which they are taken off, each from what the ones before it left. */
export const DISCOUNT_KINDS = ['level', 'reach', 'coupon', 'points'] as const;
export type DiscountKind = (typeof DISCOUNT_KINDS)[number];

/** Something that is taken off the goods; `kind` and `ref` name it in the order's books. */
export interface Discount {
  kind: DiscountKind;
  ref: string;
  label: string;
  reason: string;
  fen: number;
}

/** The part of a discount that belongs to one line. */
export interface Adjustment {
  skuId: string;
  kind: DiscountKind;
  ref: string;
  fen: number;
}

export interface Taken extends Discount {
  adjustments: Adjustment[];
}

/** What is still to be paid for each line while discounts are taken off, one after the other. */
export interface OpenGoods {
  /** Of all lines, or of those in a scope. */
  left(skuIds?: readonly string[] | null): number;
  /**
   * Takes as much as there is in the scope, split by what each line has left; none where that is nothing. The goods
   * together never become free: no super-app takes a payment of nothing.
   */
  take(discount: Discount, skuIds?: readonly string[] | null): Taken[];
  /** Takes from each line what the function says. */
  takeEach(discount: Omit<Discount, 'fen'>, fenOf: (line: PricedLine) => number): Taken[];
}

export function openGoods(lines: readonly PricedLine[]): OpenGoods {
  const left = lines.map((line) => line.unitFen * line.quantity);
  const weights = (skuIds?: readonly string[] | null) =>
    left.map((fen, index) => (!skuIds || skuIds.includes(lines[index]!.skuId) ? fen : 0));
  const book = (discount: Omit<Discount, 'fen'>, parts: readonly number[]): Taken[] => {
    const fen = sum(parts);
    if (fen === 0) return [];
    parts.forEach((part, index) => (left[index]! -= part));
    const { kind, ref } = discount;
    const adjustments = parts.flatMap((part, index) =>
      part === 0 ? [] : [{ skuId: lines[index]!.skuId, kind, ref, fen: part }],
    );
    return [{ ...discount, fen, adjustments }];
  };
  return {
    left: (skuIds) => sum(weights(skuIds)),
    take: (discount, skuIds) => {
      const scoped = weights(skuIds);
      const shares = lines.map(({ skuId }, index) => ({ key: skuId, weight: scoped[index]! }));
      return book(discount, splitFen(Math.max(0, Math.min(discount.fen, sum(scoped), sum(left) - 1)), shares));
    },
    takeEach: (discount, fenOf) =>
      book(
        discount,
        lines.map((line, index) => Math.min(fenOf(line), left[index]!)),
      ),
  };
}

const sum = (list: readonly number[]) => list.reduce((total, fen) => total + fen, 0);
