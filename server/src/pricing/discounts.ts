import { couponRule, type CouponWorth, type Stacking } from '@jishi/contract/plain/coupons';
import { formatFen } from '@jishi/contract/plain/money';
import { pointsOff, type Spending } from '../points/spendPoints';
import type { OpenGoods, Taken } from './takeOff';

/** What a member's level gives. Of 1,000 fen of the shop's price so many are paid; null: all. */
export interface LevelBenefit {
  ref: string;
  name: string;
  pricePermille: number | null;
  freeShippingFromFen: number | null;
}

/** The member's price, unit by unit, so that a line is the same whatever else is bought. */
export function memberPrice(goods: OpenGoods, level: LevelBenefit | null): Taken[] {
  const permille = level?.pricePermille ?? 1000;
  if (!level || permille >= 1000) return [];
  const words = { ref: level.ref, label: '会员价', reason: `${level.name}会员 ${permille / 100} 折` };
  return goods.takeEach(
    { kind: 'level', ...words },
    ({ unitFen, quantity }) => Math.floor((unitFen * (1000 - permille)) / 1000) * quantity,
  );
}

/** A discount that goods of some worth reach. */
export interface ReachDiscount {
  ref: string;
  label: string;
  fromFen: number;
  offFen: number;
}

/** The best discount that the goods reach, or none: one of this kind for an order. */
export function reachedDiscount(goods: OpenGoods, offers: readonly ReachDiscount[]): Taken[] {
  const worth = goods.left();
  const reached = offers.filter((offer) => worth >= offer.fromFen);
  const [best] = reached.sort((a, b) => b.offFen - a.offFen || (a.ref < b.ref ? -1 : 1));
  if (!best) return [];
  const reason = `满 ¥${formatFen(best.fromFen)} 减 ¥${formatFen(best.offFen)}`;
  return goods.take({ kind: 'reach', ref: best.ref, label: best.label, reason, fen: best.offFen });
}

/** A coupon as a price sees it. `skuIds`: the lines in its scope; null: all. */
export interface PricedCoupon extends CouponWorth {
  ref: string;
  name: string;
  skuIds: readonly string[] | null;
  stacking: Stacking;
}

/** `worthFen`: what its scope is worth at the member's price, which is what its threshold looks at. */
export function goodsCoupon(goods: OpenGoods, coupon: PricedCoupon, worthFen: number): Taken[] {
  if (worthFen < coupon.fromFen) return [];
  const words = { ref: coupon.ref, label: coupon.name, reason: couponRule(coupon) };
  const part = Math.floor((goods.left(coupon.skuIds) * (coupon.offPermille ?? 0)) / 1000);
  const fen = coupon.kind === 'fixed' ? (coupon.offFen ?? 0) : Math.min(part, coupon.maxOffFen ?? part);
  return goods.take({ kind: 'coupon', ...words, fen }, coupon.skuIds);
}

/** Of a fee, what a coupon for the shipping pays. */
export function shippingOff({ fromFen, maxOffFen }: PricedCoupon, feeFen: number, worthFen: number): number {
  return worthFen < fromFen ? 0 : Math.min(feeFen, maxOffFen ?? feeFen);
}

/** Points that a person would pay with, and what they have. */
export interface PointsOffer extends Spending {
  wanted: number;
}

export function spentPoints(goods: OpenGoods, offer: PointsOffer): { taken: Taken[]; points: number } {
  const { points, fen, reason } = pointsOff(offer, payableByPoints(goods, offer), offer.wanted);
  return { points, taken: goods.take({ kind: 'points', ref: 'points', label: '积分抵扣', reason, fen }) };
}

/** What their share is reckoned from: points that might pay all of it leave the last fen, and so are not spent on it. */
export const payableByPoints = (goods: OpenGoods, { spendPermille }: Spending): number =>
  Math.max(0, goods.left() - (spendPermille < 1000 ? 0 : 1));
