import { sql } from '../src/db/db';
import { draftOrder, newKey, placeOrder, product, sku, stockOf, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let skuIds: string[];
let productId: string;

beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  ({ skuIds, productId } = await stockShelf(
    shop.ctx,
    product({
      handle: `teapot-${Date.now()}-${Math.random()}`.replace('.', ''),
      title: '柿釉手作茶壶',
      options: [{ name: '釉色', values: ['柿红', '杏白'] }],
      skus: [
        sku({ optionValues: ['柿红'], priceFen: 15900, stock: 3 }),
        sku({ optionValues: ['杏白'], priceFen: 2500, stock: 10 }),
      ],
    }),
  ));
});

const orderCount = async () => {
  const [row] = await shop.ctx.db.query<{ n: number }>(
    sql`select count(*)::int as n from orders where user_id = ${shopper.userId}`,
  );
  return row!.n;
};

test('an order holds the price of the moment, its address and its lines, and reserves its units', async () => {
  const order = await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 2 }]);
  expect(order).toMatchObject({
    state: 'unpaid',
    goodsFen: 31800,
    shippingFen: 0,
    totalFen: 31800,
    address: { name: '林小满', detail: '文三路 478 号' },
    lines: [{ title: '柿釉手作茶壶', optionText: '柿红', unitFen: 15900, quantity: 2, totalFen: 31800 }],
  });
  expect(await stockOf(shop.ctx, skuIds[0]!)).toEqual({ onHand: 3, reserved: 2 });
  expect((await shopper.get(`/api/orders/${order.id}`)).body).toEqual(order);
});

test('goods below the threshold pay shipping, and the lines of the amounts add up', async () => {
  const order = await placeOrder(shopper, [{ skuId: skuIds[1]!, quantity: 1 }]);
  expect(order).toMatchObject({ goodsFen: 2500, shippingFen: 800, discountFen: 0, totalFen: 3300 });
});

test('the same key gives the same order, however often it is pressed', async () => {
  const draft = await draftOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]);
  const key = newKey();
  const answers = await Promise.all([1, 2, 3, 4].map(() => shopper.post('/api/orders', draft, key)));
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect(await orderCount()).toBe(1);
  expect(await stockOf(shop.ctx, skuIds[0]!)).toEqual({ onHand: 3, reserved: 1 });
});

test('a key that was used for another body is refused', async () => {
  const draft = await draftOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]);
  const key = newKey();
  await shopper.post('/api/orders', draft, key);
  const second = await shopper.post('/api/orders', { ...draft, note: '另一个' }, key);
  expect(second).toMatchObject({ status: 409, body: { error: { code: 'idempotency_conflict' } } });
  expect(await orderCount()).toBe(1);
});

test('two shoppers may use the same key', async () => {
  const other = await shop.shopper();
  const key = newKey();
  const mine = await shopper.post('/api/orders', await draftOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]), key);
  const theirs = await other.post('/api/orders', await draftOrder(other, [{ skuId: skuIds[0]!, quantity: 1 }]), key);
  expect(mine.body.id).not.toBe(theirs.body.id);
});

test('an order without a key is refused', async () => {
  const answer = await shopper.post('/api/orders', await draftOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]));
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'idempotency_key_required' } } });
});

test('a price that changed while checking out is told with the new quote, and nothing is ordered', async () => {
  const draft = await draftOrder(shopper, [{ skuId: skuIds[1]!, quantity: 1 }]);
  await shop.ctx.db.query(sql`update skus set price_fen = 9900 where sku_id = ${skuIds[1]}`);
  const answer = await shopper.post('/api/orders', draft, newKey());
  expect(answer).toMatchObject({
    status: 409,
    body: { error: { code: 'price_changed', details: { quote: { totalFen: 9900 } } } },
  });
  expect(await orderCount()).toBe(0);
  expect((await stockOf(shop.ctx, skuIds[1]!)).reserved).toBe(0);
});

test('more than there is cannot be ordered, and one short line reserves nothing of the others', async () => {
  const items = [
    { skuId: skuIds[0]!, quantity: 4 },
    { skuId: skuIds[1]!, quantity: 1 },
  ];
  const answer = await shopper.post('/api/orders', await draftOrder(shopper, items), newKey());
  expect(answer).toMatchObject({
    status: 409,
    body: { error: { code: 'sold_out', details: { skuIds: [skuIds[0]] } } },
  });
  expect((await stockOf(shop.ctx, skuIds[1]!)).reserved).toBe(0);
});

test('a product that left the shelf cannot be ordered', async () => {
  const draft = await draftOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]);
  await shop.ctx.db.query(sql`update products set state = 'off_shelf' where product_id = ${productId}`);
  const answer = await shopper.post('/api/orders', draft, newKey());
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'off_shelf' } } });
});

test('an order from the cart takes its lines out; a direct purchase leaves the cart alone', async () => {
  await shopper.post('/api/cart/items', { skuId: skuIds[0], quantity: 1 });
  await shopper.post('/api/cart/items', { skuId: skuIds[1], quantity: 2 });
  const direct = await draftOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]);
  await shopper.post('/api/orders', direct, newKey());
  expect((await shopper.get('/api/cart')).body.items).toHaveLength(2);
  await shopper.post('/api/orders', { ...direct, isFromCart: true }, newKey());
  expect((await shopper.get('/api/cart')).body.items.map((item: { skuId: string }) => item.skuId)).toEqual([skuIds[1]]);
});

test('another person sees, cancels and pays nothing of an order', async () => {
  const order = await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]);
  const other = await shop.shopper();
  const answers = [
    await other.get(`/api/orders/${order.id}`),
    await other.post(`/api/orders/${order.id}/cancel`),
    await other.post(`/api/orders/${order.id}/payments`, {}, newKey()),
    await other.post(`/api/orders/${order.id}/payments/check`),
  ];
  for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  expect((await other.get('/api/orders')).body.items).toEqual([]);
});

test("another person's address cannot be shipped to", async () => {
  const other = await shop.shopper();
  const theirs = await draftOrder(other, [{ skuId: skuIds[0]!, quantity: 1 }]);
  const answer = await shopper.post('/api/orders', theirs, newKey());
  expect(answer).toMatchObject({ status: 404, body: { error: { code: 'address_not_found' } } });
});

test('cancelling gives the units back once, and cancelling again changes nothing', async () => {
  const order = await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 2 }]);
  const first = await shopper.post(`/api/orders/${order.id}/cancel`);
  const second = await shopper.post(`/api/orders/${order.id}/cancel`);
  expect(first.body).toMatchObject({ state: 'closed', closeReason: 'cancelled' });
  expect(second.status).toBe(200);
  expect(await stockOf(shop.ctx, skuIds[0]!)).toEqual({ onHand: 3, reserved: 0 });
});

test('an order that nobody pays closes by itself when its time is over, not before', async () => {
  const order = await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 2 }]);
  await shop.runJobs();
  expect((await shopper.get(`/api/orders/${order.id}`)).body.state).toBe('unpaid');
  shop.advance(31 * 60_000);
  await shop.runJobs();
  expect((await shopper.get(`/api/orders/${order.id}`)).body).toMatchObject({
    state: 'closed',
    closeReason: 'expired',
  });
  expect(await stockOf(shop.ctx, skuIds[0]!)).toEqual({ onHand: 3, reserved: 0 });
});

test('every change of stock has an entry, and the entries add up to the stock', async () => {
  const order = await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 2 }]);
  await shopper.post(`/api/orders/${order.id}/cancel`);
  await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]);
  const [sum] = await shop.ctx.db.query<{ on_hand: number; reserved: number }>(
    sql`select sum(on_hand_delta)::int as on_hand, sum(reserved_delta)::int as reserved from stock_entries where sku_id = ${skuIds[0]}`,
  );
  expect({ onHand: sum!.on_hand, reserved: sum!.reserved }).toEqual(await stockOf(shop.ctx, skuIds[0]!));
});

test('orders come newest first, in pages that neither repeat nor skip, and by state', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) {
    ids.unshift((await placeOrder(shopper, [{ skuId: skuIds[1]!, quantity: 1 }])).id);
  }
  await shopper.post(`/api/orders/${ids[0]}/cancel`);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = (
      await shopper.get(`/api/orders?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
    ).body;
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(ids);
  const unpaid = (await shopper.get('/api/orders?state=unpaid')).body.items.map((item: { id: string }) => item.id);
  expect(unpaid).toEqual(ids.slice(1));
});
