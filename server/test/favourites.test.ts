import { sql } from '../src/db/db';
import { product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let productId: string;
let skuId: string;
let handle = 0;

beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  ({ productId, skuId } = await shelf());
});

async function shelf() {
  const item = product({ handle: `kept-${++handle}`, skus: [sku({ priceFen: 1990, stock: 5 })] });
  const saved = await stockShelf(shop.ctx, item);
  return { productId: saved.productId, skuId: saved.skuIds[0]! };
}

test('a favourite shows the price and stock of today beside the price of the day it was added', async () => {
  expect((await shopper.put(`/api/favourites/${productId}`)).body).toEqual({ isFavourite: true });
  await shop.ctx.db.query(
    sql`update products set price_fen = 1590, max_price_fen = 1590 where product_id = ${productId}`,
  );
  await shop.ctx.db.query(sql`update stock set on_hand = 0 where sku_id = ${skuId}`);
  await shopper.put(`/api/favourites/${productId}`);
  expect((await shopper.get('/api/favourites')).body).toMatchObject({
    items: [{ product: { id: productId, priceFen: 1590, isSoldOut: true }, state: 'on_shelf', addedFen: 1990 }],
    nextCursor: null,
  });
});

test('what left the shelf stays a favourite and says so', async () => {
  await shopper.put(`/api/favourites/${productId}`);
  await shop.ctx.db.query(sql`update products set state = 'off_shelf' where product_id = ${productId}`);
  expect((await shopper.get('/api/favourites')).body.items).toMatchObject([{ state: 'off_shelf' }]);
});

test('pages hold every favourite once, the newest first, also of the same moment', async () => {
  const added = [productId, (await shelf()).productId, (await shelf()).productId, (await shelf()).productId];
  for (const id of added) await shopper.put(`/api/favourites/${id}`);
  await shop.ctx.db.query(
    sql`update favourites set added_at = '2026-11-01T00:00:00.123Z' where user_id = ${shopper.userId} and product_id <> ${added[3]}`,
  );
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await shopper.get(`/api/favourites?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map((item: { product: { id: string } }) => item.product.id));
    cursor = body.nextCursor ?? '';
  } while (cursor);
  expect(seen).toEqual([added[3], added[2], added[1], added[0]]);
});

test('a heart is taken back once and may be taken back again; what never was cannot be kept', async () => {
  await shopper.put(`/api/favourites/${productId}`);
  expect((await shopper.get(`/api/favourites/${productId}`)).body).toEqual({ isFavourite: true });
  expect((await shopper.delete(`/api/favourites/${productId}`)).body).toEqual({ isFavourite: false });
  expect((await shopper.delete(`/api/favourites/${productId}`)).status).toBe(200);
  expect((await shopper.get(`/api/favourites/${productId}`)).body).toEqual({ isFavourite: false });
  expect((await shopper.put('/api/favourites/1')).body.error.code).toBe('not_found');
});

test("another person's favourites are neither seen nor touched", async () => {
  await shopper.put(`/api/favourites/${productId}`);
  const other = await shop.shopper();
  expect((await other.get('/api/favourites')).body.items).toEqual([]);
  expect((await other.get(`/api/favourites/${productId}`)).body).toEqual({ isFavourite: false });
  await other.delete(`/api/favourites/${productId}`);
  expect((await shopper.get(`/api/favourites/${productId}`)).body).toEqual({ isFavourite: true });
});
