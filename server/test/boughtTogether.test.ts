import { sql } from '../src/db/db';
import type { CatalogueProduct } from '../src/products/catalogue';
import { placeOrder, product, sku, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
const ids: Record<string, string> = {};
const skuIds: Record<string, string> = {};

beforeAll(async () => {
  shop = await testApp();
  const goods: Record<string, Partial<CatalogueProduct>> = {
    own: {},
    often: {},
    sometimes: {},
    onePersonOnly: {},
    neverPaid: {},
    refunded: {},
    soldOut: { skus: [sku({ stock: 2 })] },
    offShelf: {},
    alone: {},
  };
  for (const [handle, change] of Object.entries(goods)) {
    const skus = change.skus ?? [sku({ stock: 100 })];
    const shelf = await stockShelf(shop.ctx, product({ handle: handle.toLowerCase(), ...change, skus }));
    ids[handle] = shelf.productId;
    skuIds[handle] = shelf.skuIds[0]!;
  }
  const people = [await shop.shopper(), await shop.shopper(), await shop.shopper()] as const;
  type Person = (typeof people)[number];
  const buy = async (person: Person, others: string[], state = 'paid') => {
    const order = await placeOrder(
      person,
      ['own', ...others].map((name) => ({ skuId: skuIds[name]!, quantity: 1 })),
    );
    const paidAt = state === 'unpaid' ? null : shop.ctx.now();
    await shop.ctx.db.query(sql`update orders set state = ${state}, paid_at = ${paidAt} where order_id = ${order.id}`);
  };
  await buy(people[0], ['often', 'sometimes', 'soldOut', 'offShelf']);
  await buy(people[1], ['often', 'sometimes', 'soldOut', 'offShelf']);
  await buy(people[2], ['often'], 'done');
  for (let i = 0; i < 4; i += 1) await buy(people[0], ['onePersonOnly']);
  for (const person of people) {
    await buy(person, ['neverPaid'], 'unpaid');
    await buy(person, ['refunded'], 'closed');
  }
  await shop.ctx.db.query(sql`update products set state = 'off_shelf' where product_id = ${ids.offShelf}`);
});
afterAll(() => shop.close());

const together = async (handle: string, query = '') => {
  const { body } = await (await shop.shopper()).get(`/api/products/${ids[handle]}/together${query}`);
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  return body.items.map((item: { product: { id: string }; buyers: number }) => [names[item.product.id], item.buyers]);
};

test('what most people paid for together comes first, with how many they were', async () => {
  expect(await together('own')).toEqual([
    ['often', 3],
    ['sometimes', 2],
  ]);
});

test('one person buying again and again, orders without money, and closed orders count for nothing', async () => {
  const names = (await together('own', '?limit=20')).map(([name]: [string]) => name);
  for (const name of ['onePersonOnly', 'neverPaid', 'refunded']) expect(names).not.toContain(name);
  expect(await together('onePersonOnly')).toEqual([]);
});

test('it holds the other way round, keeps to its limit, and is empty for what nobody bought', async () => {
  expect(await together('sometimes', '?limit=1')).toHaveLength(1);
  expect(await together('sometimes')).toEqual(expect.arrayContaining([['own', 2]]));
  expect(await together('alone')).toEqual([]);
});

test('a product that never was has none', async () => {
  expect((await (await shop.shopper()).get('/api/products/1/together')).body.error.code).toBe('not_found');
});
