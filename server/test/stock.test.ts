import { releaseStock, reserveStock, sellStock } from '../src/orders/stock';
import { product, sku, stockOf, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let plenty: string;
let few: string;

beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(async () => {
  const item = product({
    handle: `stock-${Date.now()}`,
    options: [{ name: '号', values: ['大', '小'] }],
    skus: [sku({ optionValues: ['大'], stock: 10 }), sku({ optionValues: ['小'], stock: 2 })],
  });
  [plenty, few] = (await stockShelf(shop.ctx, item)).skuIds as [string, string];
});

test('a line that asks for more than there is reserves nothing, the others are reserved', async () => {
  const units = [
    { skuId: plenty, quantity: 4 },
    { skuId: few, quantity: 3 },
  ];
  const reserved = await shop.ctx.db.tx((tx) => reserveStock(shop.ctx, tx, units, 'test'));
  expect(reserved).toEqual(new Set([plenty]));
  expect(await stockOf(shop.ctx, plenty)).toEqual({ onHand: 10, reserved: 4 });
  expect(await stockOf(shop.ctx, few)).toEqual({ onHand: 2, reserved: 0 });
});

test('what is reserved is counted against the next one', async () => {
  const reserve = (quantity: number) =>
    shop.ctx.db.tx((tx) => reserveStock(shop.ctx, tx, [{ skuId: few, quantity }], 'test'));
  expect((await reserve(2)).size).toBe(1);
  expect((await reserve(1)).size).toBe(0);
});

test('units that were not reserved can be neither released nor sold', async () => {
  for (const settle of [releaseStock, sellStock]) {
    const settled = shop.ctx.db.tx((tx) => settle(shop.ctx, tx, [{ skuId: few, quantity: 1 }], 'test'));
    await expect(settled).rejects.toThrow('was not reserved');
  }
  expect(await stockOf(shop.ctx, few)).toEqual({ onHand: 2, reserved: 0 });
});
