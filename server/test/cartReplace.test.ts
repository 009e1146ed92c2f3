import { sql } from '../src/db/db';
import { product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let red: string;
let white: string;
let other: string;
let handle = 0;

beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  const teapot = product({
    handle: `teapot-${++handle}`,
    options: [{ name: '釉色', values: ['柿红', '杏白'] }],
    skus: [
      sku({ optionValues: ['柿红'], stock: 9, priceFen: 100 }),
      sku({ optionValues: ['杏白'], stock: 5, priceFen: 200 }),
    ],
  });
  [red, white] = (await stockShelf(shop.ctx, teapot)).skuIds as [string, string];
  [other] = (await stockShelf(shop.ctx, product({ handle: `other-${handle}` }))).skuIds as [string];
});

const add = (skuId: string, quantity: number) => shopper.post('/api/cart/items', { skuId, quantity });
const change = (from: string, skuId: string, quantity: number) =>
  shopper.put(`/api/cart/items/${from}/sku`, { skuId, quantity });
const lines = async (): Promise<[string, number][]> =>
  (await shopper.get('/api/cart')).body.items.map((item: { skuId: string; quantity: number }) => [
    item.skuId,
    item.quantity,
  ]);

test('a line takes another SKU and keeps its place and its selection', async () => {
  await add(red, 2);
  await add(other, 1);
  await shopper.put(`/api/cart/items/${red}`, { isSelected: false });
  const answer = await change(red, white, 3);
  expect(answer.body.items).toMatchObject([
    { skuId: other, isSelected: true },
    { skuId: white, quantity: 3, isSelected: false, optionText: '杏白', priceFen: 200 },
  ]);
  expect(await lines()).toEqual([
    [other, 1],
    [white, 3],
  ]);
});

test('two lines of one SKU become one, up to the stock', async () => {
  await add(red, 2);
  await add(white, 1);
  expect((await change(red, white, 2)).body.items).toMatchObject([{ skuId: white, quantity: 3 }]);
  await add(red, 4);
  expect((await change(red, white, 4)).body.items).toMatchObject([{ skuId: white, quantity: 5 }]);
});

test('the same SKU only changes its quantity', async () => {
  await add(red, 2);
  expect((await change(red, red, 5)).body.items).toMatchObject([{ skuId: red, quantity: 5 }]);
});

test('a line whose own SKU is sold out can be changed for one that is there', async () => {
  await add(red, 2);
  await shop.ctx.db.query(sql`update stock set on_hand = 0 where sku_id = ${red}`);
  expect((await change(red, white, 2)).body.items).toMatchObject([{ skuId: white, state: 'valid' }]);
});

test('what cannot be taken is refused, and the line stays as it was', async () => {
  await add(red, 2);
  expect((await change(red, white, 6)).body.error).toMatchObject({ code: 'sold_out', details: { stock: 5 } });
  expect((await change(red, other, 1)).body.error.code).toBe('conflict');
  expect((await change(red, '1', 1)).body.error.code).toBe('not_found');
  expect((await change(white, red, 1)).body.error.code).toBe('not_found');
  await shop.ctx.db.query(sql`update skus set state = 'off_shelf' where sku_id = ${white}`);
  expect((await change(red, white, 1)).body.error.code).toBe('off_shelf');
  expect(await lines()).toEqual([[red, 2]]);
});

test('changes there and back at the same time leave one line or two', async () => {
  await add(red, 1);
  await add(white, 1);
  const answers = await Promise.all([change(red, white, 1), change(white, red, 1), change(red, white, 1)]);
  expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 404)).toEqual([]);
  const left = (await lines()).map(([skuId]) => skuId);
  expect([[red], [white], [red, white], [white, red]]).toContainEqual(left);
});
