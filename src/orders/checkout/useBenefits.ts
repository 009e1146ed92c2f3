import { useState } from 'react';
import { ALL_POINTS } from '@jishi/contract/plain/orders';
import type { CheckoutCoupon, PlaceOrder, Quote } from '@/api/orders';

type Wishes = Pick<PlaceOrder, 'couponIds' | 'points'>;

/** What the shopper wants to use of their own; coupons are the server's best choice until they choose. */
export function useBenefits(sent: PlaceOrder | undefined) {
  const [couponIds, setCouponIds] = useState<string[] | null>(sent?.couponIds ?? null);
  const [isWithPoints, setIsWithPoints] = useState((sent?.points ?? 0) > 0);
  const wishesFor = (ids: string[] | null): Wishes => ({
    ...(ids && { couponIds: ids }),
    ...(isWithPoints && { points: ALL_POINTS }),
  });
  return {
    wishes: wishesFor(couponIds),
    /** What an order at this quote's price takes: exactly what it shows. */
    shown: ({ coupons, points }: Quote): Wishes => ({
      ...(coupons.length > 0 && { couponIds: idsOf(chosenOf(coupons)) }),
      ...(points.used > 0 && { points: points.used }),
    }),
    isWithPoints,
    setIsWithPoints,
    /** Answers what is wished for then. */
    chooseBest: (): Wishes => {
      setCouponIds(null);
      return wishesFor(null);
    },
    /** Takes a coupon, or leaves it. */
    toggle: (coupon: CheckoutCoupon, coupons: CheckoutCoupon[]) => {
      const chosen = chosenOf(coupons);
      setCouponIds(idsOf(coupon.isChosen ? chosen.filter(({ id }) => id !== coupon.id) : withOne(coupon, chosen)));
    },
  };
}

export type Benefits = ReturnType<typeof useBenefits>;

/** One for the goods and one for the shipping, or one that goes with no other. */
function withOne(coupon: CheckoutCoupon, chosen: CheckoutCoupon[]): CheckoutCoupon[] {
  const isForFee = ({ kind }: CheckoutCoupon) => kind === 'shipping';
  const isAlone = ({ stacking }: CheckoutCoupon) => stacking === 'alone';
  if (isAlone(coupon)) return [coupon];
  return [...chosen.filter((other) => isForFee(other) !== isForFee(coupon) && !isAlone(other)), coupon];
}

const chosenOf = (coupons: CheckoutCoupon[]) => coupons.filter(({ isChosen }) => isChosen);
const idsOf = (coupons: CheckoutCoupon[]) => coupons.map(({ id }) => id);
