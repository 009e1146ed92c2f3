import { sql } from '../src/db/db';
import { product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let skuId: string;
let productId: string;
let handle = 0;

beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  const item = product({ handle: `cup-${++handle}`, title: '茶杯', skus: [sku({ priceFen: 1990, stock: 5 })] });
  const shelf = await stockShelf(shop.ctx, item);
  productId = shelf.productId;
  skuId = shelf.skuIds[0]!;
});

test('the cart shows the price and stock of the moment, never those of when it was filled', async () => {
  await shopper.post('/api/cart/items', { skuId, quantity: 2 });
  await shop.ctx.db.query(sql`update skus set price_fen = 2990 where sku_id = ${skuId}`);
  expect((await shopper.get('/api/cart')).body).toEqual({
    items: [
      {
        skuId,
        productId,
        title: '茶杯',
        optionText: '',
        imageUrl: '/assets/placeholder.jpg',
        priceFen: 2990,
        quantity: 2,
        stock: 5,
        state: 'valid',
        isSelected: true,
      },
    ],
    count: 2,
    selectedCount: 2,
    selectedFen: 5980,
    shipping: { freeFromFen: 9900, missingFen: 3920, unserved: null },
  });
});

test('adding again adds up, but never beyond the stock', async () => {
  await shopper.post('/api/cart/items', { skuId, quantity: 2 });
  expect((await shopper.post('/api/cart/items', { skuId, quantity: 2 })).body.items[0].quantity).toBe(4);
  expect((await shopper.post('/api/cart/items', { skuId, quantity: 4 })).body.items[0].quantity).toBe(5);
});

test('more than there is cannot be added', async () => {
  const answer = await shopper.post('/api/cart/items', { skuId, quantity: 6 });
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'sold_out', details: { stock: 5 } } } });
});

test('lines that cannot be bought say why and count for nothing', async () => {
  await shopper.post('/api/cart/items', { skuId, quantity: 3 });
  const state = async () => (await shopper.get('/api/cart')).body;
  await shop.ctx.db.query(sql`update stock set on_hand = 2 where sku_id = ${skuId}`);
  expect(await state()).toMatchObject({ items: [{ state: 'insufficient', stock: 2 }], count: 0, selectedFen: 0 });
  await shop.ctx.db.query(sql`update stock set on_hand = 0 where sku_id = ${skuId}`);
  expect(await state()).toMatchObject({ items: [{ state: 'sold_out' }] });
  await shop.ctx.db.query(sql`update products set state = 'off_shelf' where product_id = ${productId}`);
  expect(await state()).toMatchObject({ items: [{ state: 'off_shelf' }] });
});

test('quantity and selection change apart from each other, and all at once', async () => {
  await shopper.post('/api/cart/items', { skuId, quantity: 1 });
  expect((await shopper.put(`/api/cart/items/${skuId}`, { quantity: 4 })).body.items[0]).toMatchObject({
    quantity: 4,
    isSelected: true,
  });
  expect((await shopper.put(`/api/cart/items/${skuId}`, { isSelected: false })).body).toMatchObject({
    items: [{ quantity: 4, isSelected: false }],
    count: 4,
    selectedCount: 0,
    selectedFen: 0,
  });
  expect((await shopper.put('/api/cart/selection', { isSelected: true })).body.selectedCount).toBe(4);
});

test('a line is removed once; removing it again is fine, changing it is not', async () => {
  await shopper.post('/api/cart/items', { skuId, quantity: 1 });
  expect((await shopper.delete(`/api/cart/items/${skuId}`)).body.items).toEqual([]);
  expect((await shopper.delete(`/api/cart/items/${skuId}`)).status).toBe(200);
  expect((await shopper.put(`/api/cart/items/${skuId}`, { quantity: 2 })).body.error.code).toBe('not_found');
});

test("another person's cart is not this one", async () => {
  await shopper.post('/api/cart/items', { skuId, quantity: 1 });
  const other = await shop.shopper();
  expect((await other.get('/api/cart')).body.items).toEqual([]);
  expect((await other.put(`/api/cart/items/${skuId}`, { quantity: 2 })).status).toBe(404);
  await other.delete(`/api/cart/items/${skuId}`);
  await other.put('/api/cart/selection', { isSelected: false });
  expect((await shopper.get('/api/cart')).body).toMatchObject({ items: [{ quantity: 1, isSelected: true }] });
});

test('what does not exist or left the shelf cannot be added', async () => {
  expect((await shopper.post('/api/cart/items', { skuId: '1', quantity: 1 })).body.error.code).toBe('not_found');
  await shop.ctx.db.query(sql`update products set state = 'off_shelf' where product_id = ${productId}`);
  expect((await shopper.post('/api/cart/items', { skuId, quantity: 1 })).body.error.code).toBe('off_shelf');
});

test('a full cart takes no further kind and keeps what it had', async () => {
  const item = product({
    handle: `many-${handle}`,
    options: [{ name: '号', values: Array.from({ length: 101 }, (_, index) => `${index}`) }],
    skus: Array.from({ length: 101 }, (_, index) => sku({ optionValues: [`${index}`] })),
  });
  const { skuIds } = await stockShelf(shop.ctx, item);
  const answers = [];
  for (const id of skuIds) answers.push(await shopper.post('/api/cart/items', { skuId: id, quantity: 1 }));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(100);
  expect(answers.at(-1)).toMatchObject({ status: 409, body: { error: { code: 'cart_full' } } });
  expect((await shopper.get('/api/cart')).body.items).toHaveLength(100);
});
