import { formatFen } from './money';

/** What a coupon takes off: so much, a part of the goods' price, or the shipping. */
export const COUPON_KINDS = ['fixed', 'percent', 'shipping'] as const;
export type CouponKind = (typeof COUPON_KINDS)[number];

/** `frozen`: an unpaid order holds it. `void`: the shop took it back. */
export const COUPON_STATES = ['held', 'frozen', 'used', 'expired', 'void'] as const;
export type CouponState = (typeof COUPON_STATES)[number];

/** What a coupon goes together with. `not_reach`: all but 满减. `alone`: nothing else but the member's price. */
export const STACKINGS = ['all', 'not_reach', 'alone'] as const;
export type Stacking = (typeof STACKINGS)[number];

export const TEMPLATE_STATES = ['running', 'stopped', 'void'] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

/** An order takes at most one that lowers the goods' price and one that lowers the shipping. */
export const MAX_COUPONS_OF_ORDER = 2;

/** Amounts in fen; `offPermille` 100 is 9 折. What a kind does not use is null. */
export interface CouponWorth {
  kind: CouponKind;
  offFen: number | null;
  offPermille: number | null;
  /** Never more than this; null: no ceiling. */
  maxOffFen: number | null;
  /** The goods in its scope must be worth this at the member's price. */
  fromFen: number;
}

/** `9900` → `99`, `4990` → `49.90`. */
const yuan = (fen: number) => formatFen(fen).replace(/\.00$/, '');

/** `¥20`, `8.5 折`, `免运费`: the big word on a coupon's face. */
export function couponFace({ kind, offFen, offPermille }: CouponWorth): string {
  if (kind === 'shipping') return '免运费';
  return kind === 'fixed' ? `¥${yuan(offFen ?? 0)}` : `${(1000 - (offPermille ?? 0)) / 100} 折`;
}

/** `满 ¥100 可用`, `无门槛`. */
export const couponFrom = ({ fromFen }: Pick<CouponWorth, 'fromFen'>): string =>
  fromFen > 0 ? `满 ¥${yuan(fromFen)} 可用` : '无门槛';

/** `满 ¥100 减 ¥20`, `满 ¥100 打 8.5 折，最多减 ¥30`, `无门槛，免运费`. */
export function couponRule(worth: CouponWorth): string {
  const from = worth.fromFen > 0 ? `满 ¥${yuan(worth.fromFen)} ` : '无门槛，';
  const ceiling = worth.maxOffFen === null ? '' : `，最多减 ¥${yuan(worth.maxOffFen)}`;
  if (worth.kind === 'fixed') return `${from}减 ${couponFace(worth)}`;
  return `${from}${worth.kind === 'percent' ? '打 ' : ''}${couponFace(worth)}${ceiling}`;
}
