import fc from 'fast-check';
import { sql } from '../src/db/db';
import { shippingText } from '../src/pricing/shippingWords';
import type { RegionRule } from '../src/pricing/shippingRule';
import { runs } from '../../test/support/runs';
import { ADDRESS, product, sku, stockShelf } from './support/fixtures';
import { addShippingRule } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let skuId: string;
beforeAll(async () => {
  shop = await testApp();
  [skuId] = (await stockShelf(shop.ctx, product({ handle: 'cup', skus: [sku({ priceFen: 1000, stock: 99 })] })))
    .skuIds as [string];
});
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.ctx.db.query(sql`delete from shipping_rules`);
  shopper = await shop.shopper();
});

const hint = async () => (await shopper.get('/api/cart')).body.shipping;
const live = (change: Partial<typeof ADDRESS>) => shopper.post('/api/addresses', { ...ADDRESS, ...change });

test('the rule of the address used last decides, the city’s before the province’s', async () => {
  await addShippingRule(shop.ctx, { name: '全国', freeFromFen: 9900 });
  await addShippingRule(shop.ctx, { name: '浙江', regions: ['浙江省'], freeFromFen: 5000 });
  await addShippingRule(shop.ctx, { name: '舟山', regions: ['浙江省/舟山市'], freeFromFen: null });
  await addShippingRule(shop.ctx, { name: '港澳台', regions: ['台湾省'], isServed: false, reason: '暂时寄不到' });
  await shopper.post('/api/cart/items', { skuId, quantity: 3 });
  expect(await hint()).toEqual({ freeFromFen: 9900, missingFen: 6900, unserved: null });
  await live({});
  expect(await hint()).toEqual({ freeFromFen: 5000, missingFen: 2000, unserved: null });
  await live({ city: '舟山市' });
  expect(await hint()).toEqual({ freeFromFen: null, missingFen: null, unserved: null });
  await live({ province: '台湾省', city: '台北市' });
  expect(await hint()).toEqual({ freeFromFen: null, missingFen: null, unserved: '暂时寄不到' });
  await live({});
  const changed = await shopper.put(`/api/cart/items/${skuId}`, { quantity: 5 });
  expect(changed.body.shipping).toEqual({ freeFromFen: 5000, missingFen: 0, unserved: null });
});

test('without any rule of the shop the configured one holds, and an empty cart promises nothing', async () => {
  expect(await hint()).toEqual({ freeFromFen: null, missingFen: null, unserved: null });
  await shopper.post('/api/cart/items', { skuId, quantity: 1 });
  expect(await hint()).toEqual({ freeFromFen: 9900, missingFen: 8900, unserved: null });
});

test('only what is selected counts', async () => {
  await shopper.post('/api/cart/items', { skuId, quantity: 3 });
  await shopper.put('/api/cart/selection', { isSelected: false });
  expect((await hint()).missingFen).toBe(9900);
});

test('the cart promises what the checkout keeps, wherever the goods go', async () => {
  const places = ['浙江省/杭州市', '浙江省/舟山市', '江苏省/南京市'];
  const regions = fc.subarray(['浙江省', '江苏省', '浙江省/舟山市', '浙江省/杭州市']);
  const rule = fc.record({
    regions,
    isServed: fc.boolean(),
    freeFromFen: fc.option(fc.constantFrom(1000, 2500, 3000, 9000)),
  });
  await shopper.post('/api/cart/items', { skuId, quantity: 1 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(rule, { maxLength: 5 }),
      fc.option(fc.constantFrom(...places)),
      fc.integer({ min: 1, max: 12 }),
      async (rules, place, quantity) => {
        await shop.ctx.db.query(sql`delete from shipping_rules`);
        await shop.ctx.db.query(sql`delete from addresses`);
        for (const [index, one] of rules.entries()) await addShippingRule(shop.ctx, { name: `规则${index}`, ...one });
        const [province = '', city = ''] = place?.split('/') ?? [];
        const addressId = place ? (await live({ province, city })).body.id : undefined;
        const { body: cart } = await shopper.put(`/api/cart/items/${skuId}`, { quantity });
        const { body: quote } = await shopper.post('/api/quotes', { items: [{ skuId, quantity }], addressId });
        expect(cart.shipping.unserved).toBe(quote.unserved?.reason ?? null);
        if (quote.unserved === null) expect(cart.shipping.missingFen === 0).toBe(quote.shippingFen === 0);
      },
    ),
    runs(1000),
  );
});

const RULE: RegionRule = {
  name: '全国',
  regions: [],
  isServed: true,
  reason: '',
  firstGrams: 1000,
  firstFen: 800,
  additionalGrams: 0,
  additionalFen: 0,
  freeFromFen: 9900,
};

test.each([
  [{}, '运费 ¥8，满 ¥99 包邮'],
  [{ additionalGrams: 500, additionalFen: 150 }, '运费 ¥8 起，满 ¥99 包邮'],
  [{ freeFromFen: null, firstFen: 650 }, '运费 ¥6.50'],
  [{ firstFen: 0 }, '全场包邮'],
  [{ isServed: false, reason: '过节休息' }, '过节休息'],
  [{ isServed: false }, '全国暂不配送'],
])('a product’s page reads the rule %j as 「%s」', (change, text) => {
  expect(shippingText({ ...RULE, ...change })).toBe(text);
});

test('the shop tells the rule for everywhere else, not one of a region', async () => {
  await addShippingRule(shop.ctx, { name: '浙江', regions: ['浙江省'], firstFen: 100 });
  expect((await shopper.get('/api/shop')).body.shippingText).toBe('运费 ¥8，满 ¥99 包邮');
  await addShippingRule(shop.ctx, { name: '全国', firstFen: 1200, freeFromFen: 20_000 });
  expect((await shopper.get('/api/shop')).body.shippingText).toBe('运费 ¥12，满 ¥200 包邮');
});
