import fc from 'fast-check';
import type { LevelBenefit, PointsOffer, ReachDiscount } from '../../src/pricing/discounts';
import type { HeldCoupon } from '../../src/pricing/bestCoupons';
import type { PriceRules } from '../../src/pricing/price';
import type { ShippingRule } from '../../src/pricing/shippingRule';
import type { PricedLine } from '../../src/pricing/takeOff';

const id = fc.bigInt({ min: 1n, max: 10n ** 17n }).map(String);

const line: fc.Arbitrary<PricedLine> = fc.record({
  skuId: id,
  unitFen: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 9_999_999 })),
  quantity: fc.integer({ min: 1, max: 99 }),
  weightGrams: fc.integer({ min: 0, max: 30_000 }),
});
export const linesOf = (maxLength: number) =>
  fc.uniqueArray(line, { minLength: 1, maxLength, selector: (item) => item.skuId });

const shipping: fc.Arbitrary<ShippingRule> = fc.record({
  name: fc.constant('浙江'),
  firstGrams: fc.integer({ min: 0, max: 5000 }),
  firstFen: fc.integer({ min: 0, max: 5000 }),
  additionalGrams: fc.integer({ min: 0, max: 3000 }),
  additionalFen: fc.integer({ min: 0, max: 3000 }),
  freeFromFen: fc.option(fc.integer({ min: 0, max: 100_000 })),
});

const level: fc.Arbitrary<LevelBenefit> = fc.record({
  ref: id,
  name: fc.constant('金穗'),
  pricePermille: fc.option(fc.integer({ min: 1, max: 1000 })),
  freeShippingFromFen: fc.option(fc.integer({ min: 0, max: 100_000 })),
});

const fen = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 99_999_999 }));
const offer: fc.Arbitrary<ReachDiscount> = fc.record({
  ref: id,
  label: fc.constant('满减'),
  fromFen: fen,
  offFen: fen,
});

const points: fc.Arbitrary<PointsOffer> = fc.record({
  available: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 100_000_000 })),
  wanted: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 100_000_000 })),
  pointsPerSpentYuan: fc.constantFrom(1, 3, 50, 100, 300, 1000),
  spendPermille: fc.integer({ min: 0, max: 1000 }),
});

/** A coupon of either sort, on some of the SKUs or on all. */
const couponFor = (skuIds: string[], kind: fc.Arbitrary<HeldCoupon['kind']>): fc.Arbitrary<HeldCoupon> =>
  fc
    .record({
      ref: id,
      kind,
      off: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 99_999_999 })),
      offPermille: fc.integer({ min: 1, max: 999 }),
      maxOffFen: fc.option(fc.integer({ min: 1, max: 50_000 })),
      fromFen: fen,
      scope: fc.option(fc.subarray(skuIds)),
      stacking: fc.constantFrom('all', 'not_reach', 'alone'),
      expires: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ ref, off, offPermille, maxOffFen, fromFen, scope, expires, ...rest }) => ({
      ...rest,
      ref,
      name: `券 ${ref}`,
      offFen: rest.kind === 'fixed' ? off : null,
      offPermille: rest.kind === 'percent' ? offPermille : null,
      maxOffFen: rest.kind === 'fixed' ? null : maxOffFen,
      fromFen,
      skuIds: scope,
      expiresAt: new Date(Date.UTC(2026, 11, 1 + expires)),
    }));

export const heldCoupons = (skuIds: string[], maxLength: number) =>
  fc.uniqueArray(couponFor(skuIds, fc.constantFrom('fixed', 'percent', 'shipping')), {
    maxLength,
    selector: (coupon) => coupon.ref,
  });

/** A cart of up to so many lines, and every kind of rule that a price knows. */
export const cartOf = (maxLines: number): fc.Arbitrary<{ lines: PricedLine[]; rules: PriceRules }> =>
  linesOf(maxLines).chain((lines) => {
    const skuIds = lines.map(({ skuId }) => skuId);
    return fc.record({
      lines: fc.constant(lines),
      rules: fc.record({
        shipping: fc.option(shipping),
        level: fc.option(level),
        offers: fc.uniqueArray(offer, { maxLength: 3, selector: ({ ref }) => ref }),
        coupons: fc
          .tuple(
            fc.option(couponFor(skuIds, fc.constantFrom('fixed', 'percent'))),
            fc.option(couponFor(skuIds, fc.constant('shipping' as const))),
          )
          .map(([goods, fee]) => [goods, fee].filter((coupon) => coupon !== null))
          .filter((pair) => new Set(pair.map(({ ref }) => ref)).size === pair.length),
        points: fc.option(points),
      }),
    });
  });
