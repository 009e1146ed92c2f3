import { couponRule } from '@jishi/contract/plain/coupons';
import {
  goodsCoupon,
  memberPrice,
  payableByPoints,
  reachedDiscount,
  shippingOff,
  spentPoints,
  type LevelBenefit,
  type PointsOffer,
  type PricedCoupon,
  type ReachDiscount,
} from './discounts';
import { pointsOff } from '../points/spendPoints';
import { shippingFee, yuan, type ShippingRule } from './shippingRule';
import { openGoods, type Adjustment, type PricedLine } from './takeOff';

export interface PriceRules {
  /** Null: the goods are fetched from a store. */
  shipping: ShippingRule | null;
  level: LevelBenefit | null;
  /** 满减 of the shop; the best one that is reached counts. */
  offers: readonly ReachDiscount[];
  /** At most one that lowers the goods' price and one that lowers the shipping. */
  coupons: readonly PricedCoupon[];
  points: PointsOffer | null;
}

export interface Amounts {
  goodsFen: number;
  /** What is paid for it: a coupon for the shipping is off already. */
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

/** What of the person's own it takes. */
export interface Used {
  /** What each coupon took off, by its `ref`; absent where that was nothing. */
  couponFen: Record<string, number>;
  points: number;
  /** The most points that could be spent, and what they would take off. */
  useful: { points: number; fen: number };
}

export interface Priced extends Amounts {
  breakdown: BreakdownLine[];
  adjustments: Adjustment[];
  used: Used;
}

/** The rules for whoever gets nothing off. */
export const NOTHING_OFF = { level: null, offers: [], coupons: [], points: null } as const;

/**
 * The one place where a total is made. Pure: the same lines and rules cost the same in a quote, an order and a test,
 * in whatever order they are given. What is taken off is taken in one order: the member's price, 满减, a coupon, points;
 * each from what the ones before it left. Thresholds look at the goods at the member's price.
 */
export function price(lines: readonly PricedLine[], rules: PriceRules): Priced {
  const { shipping, level, offers, coupons, points } = rules;
  const goodsFen = sum(lines, (line) => line.unitFen * line.quantity);
  const units = sum(lines, (line) => line.quantity);
  const grams = sum(lines, (line) => line.weightGrams * line.quantity);
  const goods = openGoods(lines);
  const forGoods = coupons.find(({ kind }) => kind !== 'shipping');
  const forShipping = coupons.find(({ kind }) => kind === 'shipping');

  const member = memberPrice(goods, level);
  const [worth, shippingWorth] = [forGoods, forShipping].map((coupon) => (coupon ? goods.left(coupon.skuIds) : 0));
  const reached = coupons.some(({ stacking }) => stacking !== 'all') ? [] : reachedDiscount(goods, offers);
  const byCoupon = forGoods ? goodsCoupon(goods, forGoods, worth!) : [];
  const isAlone = coupons.some(({ stacking }) => stacking === 'alone');
  const offer = points && !isAlone ? points : null;
  const useful = offer ? pointsOff(offer, payableByPoints(goods, offer), offer.available) : { points: 0, fen: 0 };
  const spent = offer ? spentPoints(goods, offer) : { points: 0, taken: [] };
  const taken = [...member, ...reached, ...byCoupon, ...spent.taken];

  const fee = feeOf(shipping, level, goodsFen, grams);
  const feeOff = forShipping ? shippingOff(forShipping, fee.fen, shippingWorth!) : 0;
  const discountFen = sum(taken, (discount) => discount.fen);
  const asRow = ({ label, fen, reason }: { label: string; fen: number; reason: string }) =>
    ({ kind: 'discount', label, fen: -fen, reason }) as const;
  return {
    goodsFen,
    shippingFen: fee.fen - feeOff,
    discountFen,
    totalFen: goodsFen + fee.fen - feeOff - discountFen,
    breakdown: [
      { kind: 'goods', label: '商品金额', fen: goodsFen, reason: `共 ${units} 件` },
      ...taken.map(asRow),
      { kind: 'shipping', label: '运费', fen: fee.fen, reason: fee.reason },
      ...(feeOff > 0 ? [asRow({ label: forShipping!.name, fen: feeOff, reason: couponRule(forShipping!) })] : []),
    ],
    adjustments: taken.flatMap((discount) => discount.adjustments),
    used: {
      couponFen: Object.fromEntries([
        ...byCoupon.map(({ ref, fen }) => [ref, fen] as const),
        ...(feeOff > 0 ? [[forShipping!.ref, feeOff] as const] : []),
      ]),
      points: spent.points,
      useful: { points: useful.points, fen: useful.fen },
    },
  };
}

/** A level may travel free from less on than everybody else. */
function feeOf(shipping: ShippingRule | null, level: LevelBenefit | null, goodsFen: number, grams: number) {
  if (!shipping) return { fen: 0, reason: '到店自提，不收运费' };
  const fee = shippingFee(shipping, goodsFen, grams);
  const from = level?.freeShippingFromFen ?? null;
  if (fee.fen === 0 || from === null || goodsFen < from) return fee;
  return { fen: 0, reason: from === 0 ? `${level!.name}会员包邮` : `${level!.name}会员满 ¥${yuan(from)} 包邮` };
}

const sum = <T>(list: readonly T[], value: (item: T) => number) => list.reduce((total, item) => total + value(item), 0);
