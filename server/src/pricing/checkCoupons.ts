import type { Platform } from '@jishi/contract/plain/platforms';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import { dayOf } from '../beijing';
import { refusalFor } from '../coupons/customer';
import type { HeldCoupon } from './bestCoupons';
import { memberPrice } from './discounts';
import { price, type PriceRules } from './price';
import type { Shopper, WalletCoupon } from './readShopper';
import { yuan } from './shippingRule';
import { openGoods, type PricedLine } from './takeOff';

/** A coupon of the wallet beside what it would be for these lines. `refusal`: why it cannot be used, in words; or null. */
export interface CheckedCoupon {
  row: WalletCoupon;
  coupon: HeldCoupon;
  refusal: string | null;
}

export interface CheckoutLine extends PricedLine {
  productId: string;
}

/** Which coupons of a person can be used for these lines, where they are and at this moment. */
export function checkCoupons(
  lines: readonly CheckoutLine[],
  rules: Omit<PriceRules, 'coupons'>,
  shopper: Shopper,
  { platform, now }: { platform: Platform; now: Date },
): CheckedCoupon[] {
  if (shopper.coupons.length === 0) return [];
  const goods = openGoods(lines);
  memberPrice(goods, rules.level);
  const feeFen = price(lines, { ...rules, coupons: [] }).shippingFen;
  return shopper.coupons.map((row) => {
    const { id, name, terms, expiresAt } = row;
    const { kind, offFen, offPermille, maxOffFen, fromFen, scope, stacking } = terms;
    const skuIds = skuIdsOf(lines, scope, shopper.categories);
    const coupon = { kind, offFen, offPermille, maxOffFen, fromFen, stacking, ref: id, name, skuIds, expiresAt };
    const missingFen = fromFen - goods.left(skuIds);
    const refuse = (): string | null => {
      if (row.startsAt > now) return `${dayOf(row.startsAt)} 起可用`;
      if (scope.platforms.length > 0 && !scope.platforms.includes(platform))
        return `仅限${scope.platforms.map((one) => PLATFORM_WORDS[one]).join('、')}使用`;
      const refusal = refusalFor(terms, { isNew: shopper.isNew, levelId: shopper.level?.ref ?? null });
      if (refusal !== null) return refusal;
      if (skuIds?.length === 0) return '没有适用的商品';
      if (missingFen > 0) return `${skuIds ? '适用的商品' : ''}还差 ¥${yuan(missingFen)}`;
      if (kind !== 'shipping') return goods.left(skuIds) === 0 ? '适用的商品不用付钱' : null;
      if (rules.shipping === null) return '到店自提，不收运费';
      return feeFen === 0 ? '这一单已经包邮' : null;
    };
    return { row, coupon, refusal: refuse() };
  });
}

/** The lines in a scope; null: all of the shop. */
function skuIdsOf(
  lines: readonly CheckoutLine[],
  { productIds, categoryIds }: { productIds: readonly string[]; categoryIds: readonly string[] },
  categories: Record<string, string[]>,
): string[] | null {
  if (productIds.length + categoryIds.length === 0) return null;
  const isIn = ({ productId }: CheckoutLine) =>
    productIds.includes(productId) || (categories[productId] ?? []).some((id) => categoryIds.includes(id));
  return lines.filter(isIn).map(({ skuId }) => skuId);
}
