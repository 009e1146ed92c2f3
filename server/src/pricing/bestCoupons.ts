import type { PricedCoupon } from './discounts';
import { price, type Priced, type PriceRules } from './price';
import type { PricedLine } from './takeOff';

/** A coupon of somebody's wallet: of two that take off the same, the one that ends first goes first. */
export interface HeldCoupon extends PricedCoupon {
  expiresAt: Date;
}

/** Whether an order may take these together, whatever they are worth. */
export function goTogether(coupons: readonly PricedCoupon[]): boolean {
  const forShipping = coupons.filter(({ kind }) => kind === 'shipping').length;
  if (forShipping > 1 || coupons.length - forShipping > 1) return false;
  return coupons.length < 2 || coupons.every(({ stacking }) => stacking !== 'alone');
}

/**
 * The coupons with which the lines cost least, and of those that cost the same the fewest, then the ones that end first.
 * Points of which a person would spend some are counted: a coupon that goes with nothing else may cost more than it saves.
 */
export function bestCoupons(
  lines: readonly PricedLine[],
  rules: Omit<PriceRules, 'coupons'>,
  held: readonly HeldCoupon[],
): HeldCoupon[] {
  const inOrder = [...held].sort(
    (a, b) => a.expiresAt.getTime() - b.expiresAt.getTime() || (BigInt(a.ref) < BigInt(b.ref) ? -1 : 1),
  );
  const forGoods = inOrder.filter(({ kind }) => kind !== 'shipping');
  const forShipping = bestForShipping(lines, rules, inOrder);
  const alone = [[], ...inOrder.map((coupon) => [coupon])];
  const pairs = forGoods.flatMap((coupon) => forShipping.map((other) => [coupon, other])).filter(goTogether);
  let best: { coupons: HeldCoupon[]; priced: Priced } | undefined;
  for (const coupons of [...alone, ...pairs]) {
    const priced = price(lines, { ...rules, coupons });
    if (!best || priced.totalFen < best.priced.totalFen) best = { coupons, priced };
  }
  return best!.coupons;
}

/** The fee is the same whatever is taken off the goods, so that of each stacking one is enough to be tried in pairs. */
function bestForShipping(
  lines: readonly PricedLine[],
  rules: Omit<PriceRules, 'coupons'>,
  held: readonly HeldCoupon[],
): HeldCoupon[] {
  const best = new Map<string, { coupon: HeldCoupon; fen: number }>();
  for (const coupon of held.filter(({ kind }) => kind === 'shipping')) {
    const fen = price(lines, { ...rules, coupons: [coupon] }).used.couponFen[coupon.ref] ?? 0;
    if (fen > (best.get(coupon.stacking)?.fen ?? 0)) best.set(coupon.stacking, { coupon, fen });
  }
  return [...best.values()].map(({ coupon }) => coupon);
}
