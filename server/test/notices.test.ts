import { sql } from '../src/db/db';
import { product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let productId: string;
let skuIds: string[];
let handle = 0;

beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  const item = product({
    handle: `wished-${++handle}`,
    options: [{ name: '颜色', values: ['柿红', '竹青'] }],
    skus: [
      sku({ optionValues: ['柿红'], priceFen: 1990, stock: 0 }),
      sku({ optionValues: ['竹青'], priceFen: 2990, stock: 0 }),
    ],
  });
  ({ productId, skuIds } = await stockShelf(shop.ctx, item));
});

const stock = (skuId: string, units: number) =>
  shop.ctx.db.query(sql`update stock set on_hand = ${units} where sku_id = ${skuId}`);
const price = async (fen: number) => {
  await shop.ctx.db.query(sql`update skus set price_fen = ${fen} where sku_id = ${skuIds[0]}`);
  await shop.ctx.db.query(sql`update products set price_fen = ${fen} where product_id = ${productId}`);
};
const ask = (kind: string, skuId?: string) =>
  shopper.post('/api/notices', { kind, productId, ...(skuId && { skuId }) });
const due = async () => (await shopper.get('/api/notices')).body.dueCount;

test('a restock notice for a SKU is due when that SKU is back, not when another is', async () => {
  const asked = await ask('restock', skuIds[0]);
  expect(asked).toMatchObject({
    status: 201,
    body: { kind: 'restock', skuId: skuIds[0], optionText: '柿红', askedFen: 1990, isDue: false },
  });
  await stock(skuIds[1]!, 3);
  expect(await due()).toBe(0);
  await stock(skuIds[0]!, 1);
  expect(await due()).toBe(1);
});

test('a restock notice for the product is due when any SKU is back', async () => {
  await ask('restock');
  expect(await due()).toBe(0);
  await stock(skuIds[1]!, 1);
  expect(await due()).toBe(1);
});

test('a price-drop notice is due below the price of the day it was asked, not at it and not above', async () => {
  await ask('price_drop');
  for (const [fen, count] of [
    [1990, 0],
    [2100, 0],
    [1989, 1],
  ] as const) {
    await price(fen);
    expect(await due()).toBe(count);
  }
});

test('what left the shelf is never due', async () => {
  await ask('restock', skuIds[0]);
  await ask('restock');
  await ask('price_drop');
  await stock(skuIds[0]!, 1);
  await price(990);
  expect(await due()).toBe(3);
  await shop.ctx.db.query(sql`update products set state = 'off_shelf' where product_id = ${productId}`);
  expect(await due()).toBe(0);
});

test('asking again is the same notice and starts from the price of today', async () => {
  const first = await ask('price_drop');
  await price(1500);
  const again = await ask('price_drop');
  expect(again.body).toMatchObject({ id: first.body.id, askedFen: 1500, isDue: false });
  expect((await shopper.get('/api/notices')).body.items).toHaveLength(1);
});

test('due notices come first, and those of one product can be asked for alone', async () => {
  await ask('restock', skuIds[0]);
  await stock(skuIds[0]!, 1);
  shop.advance(1000);
  const other = await stockShelf(shop.ctx, product({ handle: `other-${handle}` }));
  await shopper.post('/api/notices', { kind: 'price_drop', productId: other.productId });
  const { body } = await shopper.get('/api/notices');
  expect(body).toMatchObject({ dueCount: 1, items: [{ isDue: true }, { isDue: false }] });
  expect((await shopper.get(`/api/notices?productId=${other.productId}`)).body.items).toMatchObject([
    { kind: 'price_drop', product: { id: other.productId } },
  ]);
});

test('a product that never was, or a SKU of another one, cannot be waited for', async () => {
  const other = await stockShelf(shop.ctx, product({ handle: `strange-${handle}` }));
  for (const wish of [{ productId: '1' }, { productId, skuId: '1' }, { productId, skuId: other.skuIds[0] }])
    expect((await shopper.post('/api/notices', { kind: 'restock', ...wish })).body.error.code).toBe('not_found');
});

test("another person's notice is neither seen nor removed", async () => {
  const { body } = await ask('restock');
  const other = await shop.shopper();
  expect((await other.get('/api/notices')).body).toEqual({ items: [], dueCount: 0 });
  expect((await other.delete(`/api/notices/${body.id}`)).body.error.code).toBe('not_found');
  expect((await shopper.get('/api/notices')).body.items).toHaveLength(1);
  expect((await shopper.delete(`/api/notices/${body.id}`)).status).toBe(200);
  expect((await shopper.delete(`/api/notices/${body.id}`)).body.error.code).toBe('not_found');
});
