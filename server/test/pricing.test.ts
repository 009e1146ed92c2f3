import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { bestCoupons, goTogether } from '../src/pricing/bestCoupons';
import type { PricedCoupon } from '../src/pricing/discounts';
import { NOTHING_OFF, price } from '../src/pricing/price';
import { ruleFor, shippingFee, type RegionRule } from '../src/pricing/shippingRule';
import { DISCOUNT_KINDS } from '../src/pricing/takeOff';
import { fenOfUnits, splitFen } from '../src/pricing/splitFen';
import { cartOf, heldCoupons } from './support/pricing';

const sum = (list: readonly number[]) => list.reduce((total, fen) => total + fen, 0);

test('the breakdown and the amounts sum to the total, which is never negative', () => {
  fc.assert(
    fc.property(cartOf(50), ({ lines, rules }) => {
      const priced = price(lines, rules);
      expect(sum(priced.breakdown.map((part) => part.fen))).toBe(priced.totalFen);
      expect(priced.goodsFen + priced.shippingFen - priced.discountFen).toBe(priced.totalFen);
      expect(priced.goodsFen).toBe(sum(lines.map((item) => item.unitFen * item.quantity)));
      expect(
        Math.min(priced.totalFen, priced.shippingFen, priced.goodsFen - priced.discountFen),
      ).toBeGreaterThanOrEqual(0);
      // nobody can pay nothing
      if (priced.goodsFen > 0) expect(priced.totalFen).toBeGreaterThan(0);
      for (const part of priced.breakdown) expect(part.reason).not.toBe('');
    }),
    runs(10_000),
  );
});

test('adjustments sum to the discount, in the order and for each discount, and no line goes below zero', () => {
  fc.assert(
    fc.property(cartOf(50), ({ lines, rules }) => {
      const { adjustments, breakdown, discountFen, used } = price(lines, rules);
      const { couponFen, points, useful } = used;
      const of = (wanted: (part: (typeof adjustments)[number]) => boolean) =>
        sum(adjustments.filter(wanted).map((part) => part.fen));
      expect(of(() => true)).toBe(discountFen);
      const isOfFee = (label: string) => rules.coupons.some(({ kind, name }) => kind === 'shipping' && name === label);
      const shown = breakdown.filter((part) => part.kind === 'discount' && !isOfFee(part.label)).map(({ fen }) => -fen);
      // one of a kind, told in the order in which they are taken off
      expect(DISCOUNT_KINDS.map((kind) => of((part) => part.kind === kind)).filter((fen) => fen > 0)).toEqual(shown);
      for (const { ref, kind } of rules.coupons) {
        if (kind !== 'shipping')
          expect(of((part) => part.kind === 'coupon' && part.ref === ref)).toBe(couponFen[ref] ?? 0);
      }
      for (const item of lines) {
        expect(of((part) => part.skuId === item.skuId)).toBeLessThanOrEqual(item.unitFen * item.quantity);
      }
      expect(adjustments.every((part) => part.fen > 0)).toBe(true);
      expect(points).toBeLessThanOrEqual(Math.min(rules.points?.available ?? 0, rules.points?.wanted ?? 0));
      expect(points).toBeLessThanOrEqual(useful.points);
      expect(points > 0).toBe(of((part) => part.kind === 'points') > 0);
    }),
    runs(10_000),
  );
});

test('the order in which lines, offers and coupons are given changes no fen', () => {
  const shuffled = cartOf(50).chain(({ lines, rules }) =>
    fc.record({
      lines: fc.constant(lines),
      rules: fc.constant(rules),
      otherLines: fc.shuffledSubarray(lines, { minLength: lines.length }),
      offers: fc.shuffledSubarray([...rules.offers], { minLength: rules.offers.length }),
    }),
  );
  const bySku = (a: { skuId: string; ref: string }, b: { skuId: string; ref: string }) =>
    a.skuId + a.ref < b.skuId + b.ref ? -1 : 1;
  fc.assert(
    fc.property(shuffled, ({ lines, rules, otherLines, offers }) => {
      const one = price(lines, rules);
      const other = price(otherLines, { ...rules, offers, coupons: [...rules.coupons].reverse() });
      expect({ ...other, adjustments: [...other.adjustments].sort(bySku) }).toEqual({
        ...one,
        adjustments: [...one.adjustments].sort(bySku),
      });
    }),
    runs(10_000),
  );
});

test('a coupon takes nothing from lines outside its scope, and nothing at all below its threshold', () => {
  fc.assert(
    fc.property(cartOf(20), ({ lines, rules }) => {
      const { adjustments, used } = price(lines, rules);
      const { couponFen } = used;
      for (const coupon of rules.coupons) {
        const inScope = (skuId: string) => coupon.skuIds === null || coupon.skuIds.includes(skuId);
        const parts = adjustments.filter(({ ref, kind }) => kind === 'coupon' && ref === coupon.ref);
        expect(parts.filter(({ skuId }) => !inScope(skuId))).toEqual([]);
        const memberFen = sum(
          adjustments.filter(({ kind, skuId }) => kind === 'level' && inScope(skuId)).map(({ fen }) => fen),
        );
        const worth =
          sum(lines.filter(({ skuId }) => inScope(skuId)).map((line) => line.unitFen * line.quantity)) - memberFen;
        if (worth < coupon.fromFen) expect(couponFen[coupon.ref] ?? 0).toBe(0);
        if (coupon.maxOffFen !== null) expect(couponFen[coupon.ref] ?? 0).toBeLessThanOrEqual(coupon.maxOffFen);
        if (coupon.stacking !== 'all') expect(adjustments.filter(({ kind }) => kind === 'reach')).toEqual([]);
        if (coupon.stacking === 'alone') expect(adjustments.filter(({ kind }) => kind === 'points')).toEqual([]);
      }
    }),
    runs(10_000),
  );
});

test('no choice of coupons is cheaper than the one that is made, whatever the order of the wallet', () => {
  const wallet = cartOf(8).chain(({ lines, rules }) =>
    heldCoupons(
      lines.map(({ skuId }) => skuId),
      7,
    ).chain((held) =>
      fc.record({
        lines: fc.constant(lines),
        rules: fc.constant(rules),
        held: fc.constant(held),
        other: fc.shuffledSubarray(held, { minLength: held.length }),
      }),
    ),
  );
  let pairs = 0;
  fc.assert(
    fc.property(wallet, ({ lines, rules, held, other }) => {
      const best = bestCoupons(lines, rules, held);
      expect(goTogether(best)).toBe(true);
      expect(bestCoupons(lines, rules, other)).toEqual(best);
      const { totalFen } = price(lines, { ...rules, coupons: best });
      const choices: PricedCoupon[][] = [[], ...held.flatMap((one) => [[one], ...held.map((two) => [one, two])])];
      for (const coupons of choices.filter((choice) => new Set(choice).size === choice.length && goTogether(choice))) {
        const given = price(lines, { ...rules, coupons });
        expect(given.totalFen).toBeGreaterThanOrEqual(totalFen);
        if (given.totalFen === totalFen) expect(coupons.length).toBeGreaterThanOrEqual(best.length);
      }
      if (best.length === 2) pairs += 1;
    }),
    runs(4000),
  );
  expect(pairs).toBeGreaterThan(0);
});

test('a split is exact and each part is within a fen of its proportion', () => {
  const shares = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(fc.nat(1_000_000_000), shares, (fen, weights) => {
      const parts = splitFen(
        fen,
        weights.map((weight, index) => ({ key: String(index), weight })),
      );
      const total = sum(weights);
      expect(sum(parts)).toBe(total === 0 ? 0 : fen);
      weights.forEach((weight, index) => {
        if (total > 0) expect(Math.abs(parts[index]! - (fen * weight) / total)).toBeLessThan(1.000001);
      });
    }),
    runs(10_000),
  );
});

test('however a line is refunded piece by piece, the pieces sum to what was paid for it', () => {
  const paid = fc.record({
    fen: fc.nat(1_000_000_000),
    pieces: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 11 }),
  });
  fc.assert(
    fc.property(paid, ({ fen, pieces }) => {
      const quantity = sum(pieces);
      let done = 0;
      const refunds = pieces.map((units) => fenOfUnits(fen, quantity, done, (done += units)));
      expect(sum(refunds)).toBe(fen);
      for (const refund of refunds) expect(refund).toBeGreaterThanOrEqual(0);
    }),
    runs(10_000),
  );
});

const RULE: RegionRule = {
  name: '江浙沪',
  regions: ['浙江省', '上海市'],
  isServed: true,
  reason: '',
  firstGrams: 1000,
  firstFen: 600,
  additionalGrams: 500,
  additionalFen: 150,
  freeFromFen: 9900,
};

test('shipping: the first weight, each begun step beyond it, and free from the threshold on', () => {
  expect(shippingFee(RULE, 5000, 1000).fen).toBe(600);
  expect(shippingFee(RULE, 5000, 1001).fen).toBe(750);
  expect(shippingFee(RULE, 5000, 2000).fen).toBe(900);
  expect(shippingFee(RULE, 9899, 0).fen).toBe(600);
  expect(shippingFee(RULE, 9900, 50_000)).toEqual({ fen: 0, reason: '满 ¥99 包邮' });
  expect(shippingFee(RULE, 5010, 0).reason).toBe('江浙沪运费，再买 ¥48.90 包邮');
  expect(shippingFee({ ...RULE, freeFromFen: null }, 1_000_000, 2000).fen).toBe(900);
  expect(shippingFee(RULE, 5000, 2000).reason).toBe('江浙沪运费：共 2 kg，首重 1 kg ¥6，续重 2 × ¥1.50');
});

test("a place takes its city's rule before its province's before the one for everywhere else", () => {
  const everywhere = { ...RULE, name: '全国', regions: [] };
  const island = { ...RULE, name: '舟山', regions: ['浙江省/舟山市'] };
  const list = [everywhere, RULE, island];
  const of = (province: string, city: string) => ruleFor(list, { province, city }).name;
  expect(of('浙江省', '舟山市')).toBe('舟山');
  expect(of('浙江省', '杭州市')).toBe('江浙沪');
  expect(of('四川省', '成都市')).toBe('全国');
  expect(ruleFor(list, null).name).toBe('全国');
});

test('of the offers that the goods reach the best one is taken, whatever their order', () => {
  const offers = [
    { ref: '1', label: '满减', fromFen: 10_000, offFen: 500 },
    { ref: '2', label: '满减', fromFen: 20_000, offFen: 2000 },
    { ref: '3', label: '满减', fromFen: 30_000, offFen: 4000 },
  ];
  const off = (unitFen: number, given = offers) => {
    const line = { skuId: '1', unitFen, quantity: 1, weightGrams: 0 };
    return price([line], { ...NOTHING_OFF, shipping: null, offers: given });
  };
  expect(off(9999).discountFen).toBe(0);
  expect(off(29_999)).toMatchObject({ discountFen: 2000, adjustments: [{ kind: 'reach', ref: '2' }] });
  expect(off(29_999).breakdown[1]).toEqual({
    kind: 'discount',
    label: '满减',
    fen: -2000,
    reason: '满 ¥200.00 减 ¥20.00',
  });
  expect(off(30_000, [...offers].reverse()).adjustments[0]).toMatchObject({ ref: '3' });
});

test('a member with a coupon and points reads what each of them takes off, and in which order', () => {
  const coupon = { offPermille: null, maxOffFen: null, skuIds: null, stacking: 'all' as const };
  const priced = price(
    [
      { skuId: '1', unitFen: 9999, quantity: 2, weightGrams: 500 },
      { skuId: '2', unitFen: 5000, quantity: 1, weightGrams: 500 },
    ],
    {
      shipping: { ...RULE, freeFromFen: null },
      level: { ref: '3', name: '金穗', pricePermille: 950, freeShippingFromFen: null },
      offers: [{ ref: '8', label: '秋日满减', fromFen: 20_000, offFen: 1000 }],
      coupons: [
        {
          ...coupon,
          ref: '5',
          name: '会员日',
          kind: 'percent',
          offFen: null,
          offPermille: 100,
          fromFen: 0,
          maxOffFen: 2000,
        },
        { ...coupon, ref: '6', name: '包邮券', kind: 'shipping', offFen: null, fromFen: 9900, maxOffFen: 500 },
      ],
      points: { available: 5000, wanted: 1234, pointsPerSpentYuan: 100, spendPermille: 500 },
    },
  );
  expect(priced.breakdown.map(({ label, fen, reason }) => [label, fen, reason])).toEqual([
    ['商品金额', 24_998, '共 3 件'],
    ['会员价', -1248, '金穗会员 9.5 折'],
    ['秋日满减', -1000, '满 ¥200.00 减 ¥10.00'],
    ['会员日', -2000, '无门槛，打 9 折，最多减 ¥20'],
    ['积分抵扣', -1234, '用 1234 积分抵 ¥12.34'],
    ['运费', 750, '江浙沪运费：共 1.5 kg，首重 1 kg ¥6，续重 1 × ¥1.50'],
    ['包邮券', -500, '满 ¥99 免运费，最多减 ¥5'],
  ]);
  expect(priced).toMatchObject({
    shippingFen: 250,
    discountFen: 5482,
    totalFen: 19_766,
    used: { points: 1234, useful: { points: 5000 } },
  });
});
