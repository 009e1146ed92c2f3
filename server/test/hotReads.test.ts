import { sql, type Observer } from '../src/db/db';
import { saveCatalogue } from '../src/products/saveCatalogue';
import { draftOrder, newKey, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const seen: string[] = [];
const observer: Observer = { after: (text) => void seen.push(text) };

let shop: TestApp;
let shopper: Shopper;
beforeAll(async () => {
  shop = await testApp({ observer });
  shopper = await shop.shopper();
});
afterAll(() => shop.close());

const item = (handle: string, priceFen: number, stock = 10) =>
  product({ handle, tags: [handle], skus: [sku({ priceFen, stock })] });
const listed = async (handle: string) => (await shopper.get(`/api/products?tag=${handle}`)).body.items[0];
const detail = async (productId: string) => (await shopper.get(`/api/products/${productId}`)).body;

test('a list, a product and the categories that were asked for before cost one statement each, of the revisions', async () => {
  const { productId } = await stockShelf(shop.ctx, item('again', 100));
  for (const url of ['/api/products', `/api/products/${productId}`, '/api/categories']) {
    const first = await shopper.get(url);
    seen.length = 0;
    expect(await shopper.get(url)).toEqual(first);
    expect(seen).toEqual([expect.stringContaining('from revisions')]);
  }
});

test('a hundred requests at once share their reads and one computation', async () => {
  await stockShelf(shop.ctx, item('crowd', 100));
  seen.length = 0;
  const answers = await Promise.all(Array.from({ length: 100 }, () => listed('crowd')));
  expect(new Set(answers.map((card) => card.priceFen))).toEqual(new Set([100]));
  expect(seen.filter((text) => !text.includes('from revisions'))).toHaveLength(1);
  expect(seen.length).toBeLessThanOrEqual(10);
});

test('a changed price shows at the next request, in the list and on the product', async () => {
  const { productId } = await stockShelf(shop.ctx, item('price', 100));
  for (const priceFen of [100, 200, 300]) {
    await saveCatalogue(shop.ctx, [item('price', priceFen)]);
    expect((await listed('price')).priceFen).toBe(priceFen);
    expect((await detail(productId)).skus[0].priceFen).toBe(priceFen);
  }
});

test('a catalogue that is refused leaves what was shown', async () => {
  await stockShelf(shop.ctx, item('refused', 100));
  await listed('refused');
  const broken = item('refused', 900);
  await expect(saveCatalogue(shop.ctx, [broken, { ...broken, handle: 'no-sku', skus: [] }])).rejects.toThrow('no SKU');
  expect((await listed('refused')).priceFen).toBe(100);
});

test('the units on a product follow every order, and come back when it closes', async () => {
  const { productId, skuIds } = await stockShelf(shop.ctx, item('units', 100, 5));
  expect((await detail(productId)).skus[0].stock).toBe(5);
  const order = await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 2 }]);
  expect((await detail(productId)).skus[0].stock).toBe(3);
  await shopper.post(`/api/orders/${order.id}/cancel`);
  expect((await detail(productId)).skus[0].stock).toBe(5);
});

test('the last unit makes a product sold out in lists at once, and a closed order brings it back', async () => {
  const { productId, skuIds } = await stockShelf(shop.ctx, item('last', 100, 2));
  expect((await listed('last')).isSoldOut).toBe(false);
  const order = await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 2 }]);
  expect((await listed('last')).isSoldOut).toBe(true);
  expect((await detail(productId)).isSoldOut).toBe(true);
  await shopper.post(`/api/orders/${order.id}/cancel`);
  expect((await listed('last')).isSoldOut).toBe(false);
  expect((await detail(productId)).isSoldOut).toBe(false);
});

test('an order that leaves some units does not touch the revisions', async () => {
  const { skuIds } = await stockShelf(shop.ctx, item('plenty', 100, 5));
  const draft = await draftOrder(shopper, [{ skuId: skuIds[0]!, quantity: 4 }]);
  seen.length = 0;
  expect((await shopper.post('/api/orders', draft, newKey())).status).toBe(201);
  expect(seen.filter((text) => text.includes('revisions'))).toEqual([]);
});

test('a checkout asks the database, not the cache: a price that nobody announced is refused all the same', async () => {
  const { skuIds } = await stockShelf(shop.ctx, item('silent', 100));
  const draft = await draftOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]);
  await listed('silent');
  await shop.ctx.db.query(sql`update skus set price_fen = 150 where sku_id = ${skuIds[0]!}`);
  const answer = await shopper.post('/api/orders', draft, newKey());
  expect(answer.body.error).toMatchObject({ code: 'price_changed', details: { quote: { goodsFen: 150 } } });
});

test('a client that names the answer it has gets 304 until the answer changes', async () => {
  await stockShelf(shop.ctx, item('etag', 100));
  const get = (etag?: string) =>
    shop.app.inject({ url: '/api/products?tag=etag', headers: etag ? { 'if-none-match': etag } : {} });
  const first = await get();
  const etag = String(first.headers.etag);
  expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(await get(etag)).toMatchObject({ statusCode: 304, body: '' });
  await saveCatalogue(shop.ctx, [item('etag', 200)]);
  const changed = await get(etag);
  expect(changed.statusCode).toBe(200);
  expect(changed.json().items[0].priceFen).toBe(200);
});
