import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { price, reachedDiscount, type Discount, type PricedLine } from '../src/pricing/price';
import { ruleFor, shippingFee, type RegionRule, type ShippingRule } from '../src/pricing/shippingRule';
import { fenOfUnits, splitFen } from '../src/pricing/splitFen';

const line: fc.Arbitrary<PricedLine> = fc.record({
  skuId: fc.bigInt({ min: 1n, max: 10n ** 17n }).map(String),
  unitFen: fc.integer({ min: 0, max: 9_999_999 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  weightGrams: fc.integer({ min: 0, max: 30_000 }),
});
const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 50, selector: (item) => item.skuId });
const discount: fc.Arbitrary<Discount> = fc.record({
  kind: fc.constantFrom('reach', 'coupon', 'points'),
  ref: fc.bigInt({ min: 1n, max: 10n ** 17n }).map(String),
  label: fc.constant('优惠'),
  reason: fc.constant('为了试算'),
  fen: fc.integer({ min: 0, max: 99_999_999 }),
});
const discounts = fc.uniqueArray(discount, { maxLength: 4, selector: (item) => `${item.kind}:${item.ref}` });
const shipping: fc.Arbitrary<ShippingRule> = fc.record({
  name: fc.constant('浙江'),
  firstGrams: fc.integer({ min: 0, max: 5000 }),
  firstFen: fc.integer({ min: 0, max: 5000 }),
  additionalGrams: fc.integer({ min: 0, max: 3000 }),
  additionalFen: fc.integer({ min: 0, max: 3000 }),
  freeFromFen: fc.option(fc.integer({ min: 0, max: 100_000 })),
});
const rules = fc.record({ shipping: fc.option(shipping), discounts });
const sum = (list: readonly number[]) => list.reduce((total, fen) => total + fen, 0);

test('the breakdown and the amounts sum to the total, which is never negative', () => {
  fc.assert(
    fc.property(lines, rules, (list, given) => {
      const priced = price(list, given);
      expect(sum(priced.breakdown.map((part) => part.fen))).toBe(priced.totalFen);
      expect(priced.goodsFen + priced.shippingFen - priced.discountFen).toBe(priced.totalFen);
      expect(priced.goodsFen).toBe(sum(list.map((item) => item.unitFen * item.quantity)));
      expect(priced.totalFen).toBeGreaterThanOrEqual(0);
      for (const part of priced.breakdown) expect(part.reason).not.toBe('');
    }),
    runs(10_000),
  );
});

test('adjustments sum to the discount, in the order and for each discount, and no line goes below zero', () => {
  fc.assert(
    fc.property(lines, rules, (list, given) => {
      const { adjustments, breakdown, discountFen } = price(list, given);
      const of = (wanted: (part: (typeof adjustments)[number]) => boolean) =>
        sum(adjustments.filter(wanted).map((part) => part.fen));
      expect(sum(adjustments.map((part) => part.fen))).toBe(discountFen);
      const shown = breakdown.filter((part) => part.kind === 'discount').map((part) => -part.fen);
      const named = given.discounts
        .map(({ kind, ref }) => of((part) => part.kind === kind && part.ref === ref))
        .filter((fen) => fen > 0);
      expect([...named].sort()).toEqual([...shown].sort());
      for (const item of list) {
        expect(of((part) => part.skuId === item.skuId)).toBeLessThanOrEqual(item.unitFen * item.quantity);
      }
      expect(adjustments.every((part) => part.fen > 0)).toBe(true);
    }),
    runs(10_000),
  );
});

test('the order in which lines and discounts are given changes no fen', () => {
  const shuffled = fc.tuple(lines, rules).chain(([list, given]) =>
    fc.record({
      list: fc.constant(list),
      given: fc.constant(given),
      otherList: fc.shuffledSubarray(list, { minLength: list.length }),
      otherDiscounts: fc.shuffledSubarray(given.discounts, { minLength: given.discounts.length }),
    }),
  );
  const bySku = (a: { skuId: string; ref: string }, b: { skuId: string; ref: string }) =>
    a.skuId + a.ref < b.skuId + b.ref ? -1 : 1;
  fc.assert(
    fc.property(shuffled, ({ list, given, otherList, otherDiscounts }) => {
      const one = price(list, given);
      const other = price(otherList, { ...given, discounts: otherDiscounts });
      expect({ ...other, adjustments: [...other.adjustments].sort(bySku) }).toEqual({
        ...one,
        adjustments: [...one.adjustments].sort(bySku),
      });
    }),
    runs(10_000),
  );
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
  expect(reachedDiscount(offers, 9999)).toEqual([]);
  expect(reachedDiscount(offers, 29_999)).toMatchObject([{ ref: '2', fen: 2000, reason: '满 ¥200.00 减 ¥20.00' }]);
  expect(reachedDiscount([...offers].reverse(), 30_000)).toMatchObject([{ ref: '3' }]);
});
