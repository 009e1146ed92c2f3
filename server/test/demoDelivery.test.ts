import { seedDelivery } from '../src/demo/demoDelivery';
import { ADDRESS, product, sku, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
  await seedDelivery(shop.ctx);
});
afterAll(() => shop.close());

test('the demo shop has three stores, with the nearest of them first', async () => {
  const shopper = await shop.shopper();
  const { items } = (await shopper.get('/api/stores?lat=30.2109&lng=120.2136')).body;
  expect(items.map((store: { name: string }) => store.name)).toEqual([
    '集市 · 滨江店',
    '集市 · 湖滨店',
    '集市 · 文三路店',
  ]);
  expect(items[0].distanceMetres).toBe(0);
});

test.each([
  ['浙江省', 600, null],
  ['四川省', 800, null],
  ['西藏自治区', 1800, null],
  ['台湾省', 0, '港澳台暂时寄不到，正在想办法'],
])('its goods travel to %s for %d fen', async (province, fen, reason) => {
  const shopper = await shop.shopper();
  const { skuIds } = await stockShelf(shop.ctx, product({ handle: `to-${fen}`, skus: [sku({ priceFen: 5000 })] }));
  const address = await shopper.post('/api/addresses', { ...ADDRESS, province });
  const items = [{ skuId: skuIds[0], quantity: 1 }];
  const quote = (await shopper.post('/api/quotes', { items, addressId: address.body.id })).body;
  expect(quote.unserved).toEqual(reason && { reason });
  expect(quote.shippingFen).toBe(fen);
});

test('its one offer is taken off what reaches it', async () => {
  const shopper = await shop.shopper();
  const { skuIds } = await stockShelf(shop.ctx, product({ handle: 'dear', skus: [sku({ priceFen: 29_900 })] }));
  const quote = await shopper.post('/api/quotes', { items: [{ skuId: skuIds[0], quantity: 1 }] });
  expect(quote.body).toMatchObject({ discountFen: 3000, shippingFen: 0, totalFen: 26_900 });
});
