import type { Platform } from '@jishi/contract/plain/platforms';
import type { QuoteBody } from './quoteOrder';
import { printed } from '../coupons/template';
import { bestCoupons, goTogether } from '../pricing/bestCoupons';
import { checkCoupons, type CheckedCoupon, type CheckoutLine } from '../pricing/checkCoupons';
import { price, type Priced, type PriceRules } from '../pricing/price';
import type { Shopper } from '../pricing/readShopper';
import { yuan } from '../pricing/shippingRule';
import type { Spending } from '../points/spendPoints';

/** What a person wants to use. Without `couponIds`: whatever is best. */
export interface Wishes {
  couponIds?: readonly string[] | undefined;
  points: number;
}

/** Of a chosen coupon that cannot be used: why, in words. */
export interface Refusal {
  couponId: string;
  reason: string;
}

export interface Choice {
  priced: Priced;
  benefits: Pick<QuoteBody, 'coupons' | 'isBestChoice' | 'points'>;
  refusals: Refusal[];
}

/**
 * Prices the lines with what the person chose, or with the best there is; what cannot be used is left out and told in
 * `refusals`.
 */
export function chooseBenefits(
  lines: readonly CheckoutLine[],
  shop: Pick<PriceRules, 'shipping' | 'offers'>,
  shopper: Shopper,
  spending: Spending | null,
  { couponIds, points: wanted }: Wishes,
  where: { platform: Platform; now: Date },
): Choice {
  const rules = { ...shop, level: shopper.level, points: spending && { ...spending, wanted } };
  const checked = checkCoupons(lines, rules, shopper, where);
  const usable = checked.filter(({ refusal }) => refusal === null).map(({ coupon }) => coupon);
  const best = bestCoupons(lines, rules, usable);
  const refusals = couponIds ? refusalsOf(couponIds, checked) : [];
  const isAsked = couponIds !== undefined && refusals.length === 0;
  const chosen = isAsked ? usable.filter(({ ref }) => couponIds.includes(ref)) : best;
  const priced = price(lines, { ...rules, coupons: chosen });
  const least = isAsked ? price(lines, { ...rules, coupons: best }).totalFen : priced.totalFen;
  return {
    priced,
    benefits: {
      coupons: checked
        .map((one) => describe(one, chosen.includes(one.coupon), priced))
        .sort((a, b) => Number(b.isUsable) - Number(a.isUsable)),
      isBestChoice: priced.totalFen === least,
      points: describePoints(
        spending,
        priced,
        chosen.some(({ stacking }) => stacking === 'alone'),
      ),
    },
    refusals,
  };
}

function refusalsOf(couponIds: readonly string[], checked: readonly CheckedCoupon[]): Refusal[] {
  const asked = couponIds.map((couponId) => ({ couponId, found: checked.find(({ row }) => row.id === couponId) }));
  const refused = asked.flatMap(({ couponId, found }): Refusal[] => {
    if (!found) return [{ couponId, reason: '已用过、已过期，或在另一个订单里' }];
    return found.refusal === null ? [] : [{ couponId, reason: found.refusal }];
  });
  if (refused.length > 0 || goTogether(asked.map(({ found }) => found!.coupon))) return refused;
  return couponIds.map((couponId) => ({ couponId, reason: '这两张不能一起用' }));
}

function describe({ row, refusal }: CheckedCoupon, isChosen: boolean, { used }: Priced): QuoteBody['coupons'][number] {
  const { id, templateId, name, terms, startsAt, expiresAt } = row;
  const offFen = isChosen ? (used.couponFen[id] ?? 0) : 0;
  return {
    id,
    templateId,
    ...printed(name, terms),
    startsAt: startsAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    stacking: terms.stacking,
    isUsable: refusal === null,
    isChosen,
    offFen,
    reason: refusal ?? (isChosen ? `已选，省 ¥${yuan(offFen)}` : '可用'),
  };
}

function describePoints(
  spending: Spending | null,
  { used, adjustments }: Priced,
  isAlone: boolean,
): QuoteBody['points'] {
  const usedFen = adjustments.reduce((sum, { kind, fen }) => (kind === 'points' ? sum + fen : sum), 0);
  const { points: most, fen: mostFen } = used.useful;
  const available = spending?.available ?? 0;
  const reason = () => {
    if (isAlone) return '选的券不与积分同享';
    if (!spending || spending.spendPermille === 0) return '积分暂时不能抵现';
    if (available === 0) return '还没有积分';
    if (most === 0) return `满 ${spending.pointsPerSpentYuan} 积分可抵 ¥1`;
    const share = most < available ? `，最多抵商品的 ${spending.spendPermille / 10}%` : '';
    return `${spending.pointsPerSpentYuan} 积分抵 ¥1${share}`;
  };
  return { available, used: used.points, usedFen, most, mostFen, reason: reason() };
}
