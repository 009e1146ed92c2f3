import { MAX_HISTORY } from '@jishi/contract/plain/limits';
import { saveCatalogue } from '../src/products/saveCatalogue';
import { sql } from '../src/db/db';
import { product } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let ids: string[];

beforeAll(async () => {
  shop = await testApp();
  const items = Array.from({ length: MAX_HISTORY + 2 }, (_, index) => product({ handle: `seen-${index}` }));
  await saveCatalogue(shop.ctx, items);
  const rows = await shop.ctx.db.query<{ product_id: string }>(
    sql`select product_id from products order by product_id`,
  );
  ids = rows.map((row) => row.product_id);
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
});

const see = async (person: Shopper, ...products: string[]) => {
  for (const id of products) {
    shop.advance(1000);
    expect((await person.put(`/api/history/${id}`)).status).toBe(200);
  }
};
const seen = async (person: Shopper, query = '') =>
  (await person.get(`/api/history?limit=100${query}`)).body.items.map(
    (item: { product: { id: string } }) => item.product.id,
  );

test('each product is there once, the one looked at last in front', async () => {
  await see(shopper, ids[0]!, ids[1]!, ids[2]!, ids[0]!);
  expect(await seen(shopper)).toEqual([ids[0], ids[2], ids[1]]);
  expect((await shopper.get('/api/history')).body.items[0]).toMatchObject({
    state: 'on_shelf',
    product: { id: ids[0] },
  });
});

test('no more than 200 are kept, and the oldest leave', async () => {
  await see(shopper, ...ids);
  const [row] = await shop.ctx.db.query<{ n: number }>(
    sql`select count(*)::int as n from history where user_id = ${shopper.userId}`,
  );
  expect(row!.n).toBe(MAX_HISTORY);
  const first = (await shopper.get('/api/history?limit=100')).body;
  const second = (await shopper.get(`/api/history?limit=100&cursor=${first.nextCursor}`)).body;
  const all = [...first.items, ...second.items].map((item) => item.product.id);
  expect(all).toEqual(ids.slice(2).reverse());
  expect(second.nextCursor).toBeNull();
});

test('one product can be taken out, and all of them', async () => {
  await see(shopper, ids[0]!, ids[1]!, ids[2]!);
  await shopper.delete(`/api/history/${ids[1]}`);
  expect(await seen(shopper)).toEqual([ids[2], ids[0]]);
  expect((await shopper.delete('/api/history')).status).toBe(200);
  expect(await seen(shopper)).toEqual([]);
});

test('a product that never was is not recorded', async () => {
  expect((await shopper.put('/api/history/1')).body.error.code).toBe('not_found');
});

test("another person's history is neither seen, nor shortened, nor cleared", async () => {
  await see(shopper, ids[0]!, ids[1]!);
  const other = await shop.shopper();
  expect(await seen(other)).toEqual([]);
  await other.delete(`/api/history/${ids[0]}`);
  await other.delete('/api/history');
  await see(other, ...ids.slice(0, 3));
  expect(await seen(shopper)).toEqual([ids[1], ids[0]]);
});

test('many looked at at once leave exactly 200', async () => {
  await see(shopper, ...ids.slice(0, MAX_HISTORY));
  const more = ids.slice(MAX_HISTORY);
  await Promise.all([...more, ...more, ...ids.slice(0, 6)].map((id) => shopper.put(`/api/history/${id}`)));
  const [row] = await shop.ctx.db.query<{ n: number }>(
    sql`select count(*)::int as n from history where user_id = ${shopper.userId}`,
  );
  expect(row!.n).toBe(MAX_HISTORY);
});
