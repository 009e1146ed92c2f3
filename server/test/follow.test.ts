import { sql } from '../src/db/db';
import { moveOrder } from '../src/orders/moveOrder';
import { newKey, openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { addStore } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let skuIds: string[];

beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  ({ skuIds } = await stockShelf(
    shop.ctx,
    product({
      handle: `lamp-${newKey()}`,
      title: '纸灯',
      options: [{ name: '大小', values: ['大', '中', '小'] }],
      skus: ['大', '中', '小'].map((size) => sku({ optionValues: [size], stock: 50 })),
    }),
  ));
});

const items = (quantity = 2) => skuIds.map((skuId) => ({ skuId, quantity }));
const read = async (orderId: string) => (await shopper.get(`/api/orders/${orderId}`)).body;

async function pay(orderId: string) {
  const { tradeNo } = await openPayment(shopper, orderId);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
}

const ship = (orderId: string) =>
  shop.ctx.db.tx((tx) =>
    moveOrder(shop.ctx, tx, { userId: shopper.userId, orderId, from: 'paid', to: 'shipped', reason: 'shipment' }),
  );

/** An order on its way. */
async function shipped(): Promise<string> {
  const { id } = await placeOrder(shopper, items());
  await pay(id);
  await ship(id);
  return id;
}

test('a shipped order is done when the shopper confirms, once and for all', async () => {
  const id = await shipped();
  const first = await shopper.post(`/api/orders/${id}/confirm`);
  expect(first.body).toMatchObject({ state: 'done', shippedAt: expect.any(String), doneAt: expect.any(String) });
  expect((await shopper.post(`/api/orders/${id}/confirm`)).body).toEqual(first.body);
});

test('an order that is not on its way cannot be confirmed', async () => {
  const { id } = await placeOrder(shopper, items());
  const unpaid = await shopper.post(`/api/orders/${id}/confirm`);
  await pay(id);
  const paid = await shopper.post(`/api/orders/${id}/confirm`);
  for (const answer of [unpaid, paid]) {
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'order_state' } } });
  }
});

test('an order that nobody confirms is done by itself after a week, not before', async () => {
  const id = await shipped();
  shop.advance(7 * 86_400_000 - 60_000);
  await shop.runJobs();
  expect((await read(id)).state).toBe('shipped');
  shop.advance(120_000);
  await shop.runJobs();
  expect((await read(id)).state).toBe('done');
  const { timeline } = (await shopper.get(`/api/orders/${id}/progress`)).body;
  expect(timeline[0]).toMatchObject({ state: 'done', reason: 'received_by_itself' });
});

test('goods that are picked up are confirmed at the counter, without having been shipped', async () => {
  const storeId = await addStore(shop.ctx, { name: '文三路店' });
  const pickup = { storeId, contact: { name: '林小满', phone: '13800006620' } };
  const draft = { items: items(1), fulfilment: 'pickup', pickup, expectedTotalFen: 15_000 };
  const { id } = (await shopper.post('/api/orders', draft, newKey())).body;
  expect((await shopper.post(`/api/orders/${id}/confirm`)).status).toBe(409);
  await pay(id);
  expect((await shopper.post(`/api/orders/${id}/confirm`)).body).toMatchObject({ state: 'done', shippedAt: null });
});

test('the timeline tells every move, and the trail what the carrier says, newest first', async () => {
  const id = await shipped();
  const shipmentId = shop.ctx.makeId();
  await shop.ctx.db.query(
    sql`insert into shipments (user_id, shipment_id, order_id, carrier, tracking_no, created_at)
      values (${shopper.userId}, ${shipmentId}, ${id}, '顺丰速运', 'SF123', ${shop.ctx.now()})`,
  );
  for (const [text, at] of [
    ['已揽收', '2026-11-25T01:00:00Z'],
    ['到达杭州转运中心', '2026-11-25T08:00:00Z'],
  ]) {
    await shop.ctx.db.query(
      sql`insert into shipment_events (user_id, shipment_id, event_id, text, happened_at)
        values (${shopper.userId}, ${shipmentId}, ${shop.ctx.makeId()}, ${text}, ${at})`,
    );
  }
  const progress = (await shopper.get(`/api/orders/${id}/progress`)).body;
  expect(progress.timeline.map(({ state, reason }: { state: string; reason: string }) => [state, reason])).toEqual([
    ['shipped', 'shipment'],
    ['paid', 'payment'],
    ['unpaid', 'placed'],
  ]);
  expect(progress.shipments).toMatchObject([
    {
      carrier: '顺丰速运',
      trackingNo: 'SF123',
      events: [{ text: '到达杭州转运中心', at: '2026-11-25T08:00:00.000Z' }, { text: '已揽收' }],
    },
  ]);
});

test('the reason for cancelling is kept, and only those of the list are taken', async () => {
  const { id } = await placeOrder(shopper, items());
  expect((await shopper.post(`/api/orders/${id}/cancel`, { reason: '不想要了' })).status).toBe(400);
  await shopper.post(`/api/orders/${id}/cancel`, { reason: 'wrong_address' });
  expect(await read(id)).toMatchObject({ state: 'closed', closeReason: 'cancelled', cancelReason: 'wrong_address' });
});

test('a cancellation without a body still cancels', async () => {
  const { id } = await placeOrder(shopper, items());
  const headers = { authorization: `Bearer ${shopper.token}` };
  const answer = await shop.app.inject({ method: 'POST', url: `/api/orders/${id}/cancel`, headers });
  expect(answer.json()).toMatchObject({ state: 'closed', cancelReason: 'other' });
});

test('an order that is over can be deleted from the list; it stays in the books', async () => {
  const { id } = await placeOrder(shopper, items());
  expect((await shopper.delete(`/api/orders/${id}`)).body).toMatchObject({ error: { code: 'order_state' } });
  await shopper.post(`/api/orders/${id}/cancel`);
  expect((await shopper.delete(`/api/orders/${id}`)).status).toBe(200);
  expect((await shopper.get(`/api/orders/${id}`)).status).toBe(404);
  expect((await shopper.get('/api/orders')).body.items).toEqual([]);
  expect((await shopper.delete(`/api/orders/${id}`)).status).toBe(404);
  expect(await shop.ctx.db.query(sql`select state from orders where order_id = ${id}`)).toEqual([{ state: 'closed' }]);
});

test('the counts say how many orders stand in each state, without the deleted ones and those of others', async () => {
  const other = await shop.shopper();
  await placeOrder(other, items(1));
  const gone = await placeOrder(shopper, items(1));
  await shopper.post(`/api/orders/${gone.id}/cancel`);
  await shopper.delete(`/api/orders/${gone.id}`);
  await placeOrder(shopper, items(1));
  await placeOrder(shopper, items(1));
  await shipped();
  const counts = (await shopper.get('/api/orders/counts')).body;
  expect(counts).toEqual({ unpaid: 2, paid: 0, shipped: 1, done: 0, closed: 0 });
});

test('buying again puts in the cart what can be bought, tells what cannot, and twice is not more', async () => {
  const { id } = await placeOrder(shopper, items(3));
  await shop.ctx.db.query(sql`update stock set on_hand = reserved where sku_id = ${skuIds[0]}`);
  await shop.ctx.db.query(sql`update stock set on_hand = reserved + 1 where sku_id = ${skuIds[1]}`);
  await shopper.post(`/api/orders/${id}/buy-again`);
  const again = (await shopper.post(`/api/orders/${id}/buy-again`)).body;
  expect(again).toEqual({
    added: [
      { skuId: skuIds[1], quantity: 1 },
      { skuId: skuIds[2], quantity: 3 },
    ],
    refused: [{ skuId: skuIds[0], title: '纸灯', optionText: '大', code: 'sold_out' }],
  });
  expect((await shopper.get('/api/cart')).body.count).toBe(4);
});

test('an invoice can be asked for and changed later, but not for a closed order', async () => {
  const { id } = await placeOrder(shopper, items());
  const invoice = { type: 'personal', title: '林小满', taxNumber: null, email: 'lin@example.com' };
  await shopper.put(`/api/orders/${id}/invoice`, { ...invoice, title: '林' });
  expect((await shopper.put(`/api/orders/${id}/invoice`, invoice)).body.invoice).toEqual(invoice);
  await shopper.post(`/api/orders/${id}/cancel`);
  expect((await shopper.put(`/api/orders/${id}/invoice`, invoice)).body).toMatchObject({
    error: { code: 'order_state' },
  });
});

test('another person can neither follow, confirm, delete nor invoice an order, nor buy it again', async () => {
  const id = await shipped();
  const other = await shop.shopper();
  const invoice = { type: 'personal', title: '林', taxNumber: null, email: 'lin@example.com' };
  const answers = [
    await other.get(`/api/orders/${id}/progress`),
    await other.post(`/api/orders/${id}/confirm`),
    await other.post(`/api/orders/${id}/buy-again`),
    await other.put(`/api/orders/${id}/invoice`, invoice),
    await other.delete(`/api/orders/${id}`),
  ];
  for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  expect(await read(id)).toMatchObject({ state: 'shipped', invoice: null });
});
