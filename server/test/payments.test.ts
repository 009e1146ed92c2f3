import { sql } from '../src/db/db';
import { fakeNotice } from '../src/platform/fakeNotices';
import { newKey, openPayment, placeOrder, product, sku, stockOf, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let skuId: string;
let handle = 0;

beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  const item = product({ handle: `orange-${++handle}`, skus: [sku({ priceFen: 2990, stock: 10 })] });
  skuId = (await stockShelf(shop.ctx, item)).skuIds[0]!;
});

const act = (tradeNo: string, body: object) =>
  shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: body });
const order = (orderId: string) => shopper.get(`/api/orders/${orderId}`).then((answer) => answer.body);
const payments = (orderId: string) =>
  shop.ctx.db.query<{ state: string }>(sql`select state from payments where order_id = ${orderId} order by payment_id`);

async function unpaidOrder() {
  const placed = await placeOrder(shopper, [{ skuId, quantity: 2 }]);
  return { orderId: placed.id as string, ...(await openPayment(shopper, placed.id)) };
}

test('a paid order is paid by the callback, its units sold', async () => {
  const { orderId, tradeNo } = await unpaidOrder();
  await act(tradeNo, { action: 'pay' });
  expect(await order(orderId)).toMatchObject({ state: 'paid', paymentState: 'paid' });
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 8, reserved: 0 });
});

test('the same callback twice pays once', async () => {
  const { orderId, tradeNo } = await unpaidOrder();
  await act(tradeNo, { action: 'pay', notice: 'twice' });
  expect(await order(orderId)).toMatchObject({ state: 'paid' });
  expect(await payments(orderId)).toEqual([{ state: 'paid' }]);
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 8, reserved: 0 });
});

test('a forged callback changes nothing and is refused', async () => {
  const { orderId, tradeNo, amountFen } = await unpaidOrder();
  const report = { tradeNo, state: 'paid' as const, platformTradeNo: 'X', paidFen: amountFen };
  const { headers, body } = fakeNotice(shop.ctx.env.fakeSecret, report, { forged: true });
  const answer = await shop.app.inject({ method: 'POST', url: '/notify/h5', headers, payload: body });
  expect(answer.statusCode).toBe(401);
  expect(answer.json().error.code).toBe('signature_invalid');
  expect(await order(orderId)).toMatchObject({ state: 'unpaid' });
});

test('a callback whose body was changed by one byte changes nothing', async () => {
  const { orderId, tradeNo, amountFen } = await unpaidOrder();
  const report = { tradeNo, state: 'paid' as const, platformTradeNo: 'X', paidFen: amountFen };
  const { headers, body } = fakeNotice(shop.ctx.env.fakeSecret, report);
  const answer = await shop.app.inject({ method: 'POST', url: '/notify/h5', headers, payload: body.replace('X', 'Y') });
  expect(answer.statusCode).toBe(401);
  expect(await order(orderId)).toMatchObject({ state: 'unpaid' });
});

test('a signed callback with a wrong amount does not pay the order and is on record', async () => {
  const { orderId, tradeNo } = await unpaidOrder();
  await act(tradeNo, { action: 'pay', notice: 'wrong_amount' });
  expect(await order(orderId)).toMatchObject({ state: 'unpaid' });
  const entries = await shop.ctx.db.query<{ kind: string }>(
    sql`select e.kind from payment_entries e join payments p on p.payment_id = e.payment_id
      where p.order_id = ${orderId} order by e.entry_id`,
  );
  expect(entries.map((entry) => entry.kind)).toEqual(['notice', 'amount_mismatch']);
});

test('when the callback never comes, asking the platform pays the order', async () => {
  const { orderId, tradeNo } = await unpaidOrder();
  await act(tradeNo, { action: 'pay', notice: 'none' });
  expect(await order(orderId)).toMatchObject({ state: 'unpaid' });
  expect((await shopper.post(`/api/orders/${orderId}/payments/check`)).body).toMatchObject({ state: 'paid' });
});

test('when neither callback nor shopper comes back, a job asks the platform', async () => {
  const { orderId, tradeNo } = await unpaidOrder();
  await act(tradeNo, { action: 'pay', notice: 'none' });
  shop.advance(2 * 60_000);
  await shop.runJobs();
  expect(await order(orderId)).toMatchObject({ state: 'paid' });
});

test('a payment that is still open is handed out again: two taps, one payment', async () => {
  const placed = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  const [first, second] = await Promise.all([openPayment(shopper, placed.id), openPayment(shopper, placed.id)]);
  const third = await openPayment(shopper, placed.id);
  expect(new Set([first!.id, second!.id, third.id]).size).toBe(1);
  expect(await payments(placed.id)).toHaveLength(1);
});

test('a cancelled cashier leaves the order unpaid and payable', async () => {
  const { orderId, tradeNo } = await unpaidOrder();
  await act(tradeNo, { action: 'cancel' });
  expect((await shopper.post(`/api/orders/${orderId}/payments/check`)).body).toMatchObject({ state: 'unpaid' });
  const again = await openPayment(shopper, orderId);
  await act(again.tradeNo, { action: 'pay' });
  expect(await order(orderId)).toMatchObject({ state: 'paid' });
});

test('an order that expires while its payment was made is paid, not closed', async () => {
  const { orderId, tradeNo } = await unpaidOrder();
  await act(tradeNo, { action: 'pay', notice: 'none' });
  shop.advance(40 * 60_000);
  await shop.runJobs();
  expect(await order(orderId)).toMatchObject({ state: 'paid' });
});

test('money that arrives for a closed order goes back, and its stock stays released', async () => {
  const { orderId, tradeNo } = await unpaidOrder();
  await shopper.post(`/api/orders/${orderId}/cancel`);
  await act(tradeNo, { action: 'pay', isLate: true });
  await shop.runJobs();
  expect(await order(orderId)).toMatchObject({ state: 'closed', paymentState: 'refunded' });
  const [trade] = await shop.ctx.db.query<{ state: string }>(
    sql`select state from fake_trades where trade_no = ${tradeNo}`,
  );
  expect(trade!.state).toBe('refunded');
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 10, reserved: 0 });
});

test('a callback for a trade that is not ours is answered and changes nothing', async () => {
  const report = { tradeNo: 'T1', state: 'paid' as const, platformTradeNo: 'X', paidFen: 1 };
  const { headers, body } = fakeNotice(shop.ctx.env.fakeSecret, report);
  const answer = await shop.app.inject({ method: 'POST', url: '/notify/h5', headers, payload: body });
  expect(answer.statusCode).toBe(200);
});

test('a paid or closed order takes no further payment', async () => {
  const { orderId, tradeNo } = await unpaidOrder();
  await act(tradeNo, { action: 'pay' });
  const answer = await shopper.post(`/api/orders/${orderId}/payments`, {}, newKey());
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'order_state' } } });
  const cancel = await shopper.post(`/api/orders/${orderId}/cancel`);
  expect(cancel).toMatchObject({ status: 409, body: { error: { code: 'order_state' } } });
});

test('an order past its time takes no payment even before the closing job has run', async () => {
  const placed = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  shop.advance(31 * 60_000);
  const answer = await shopper.post(`/api/orders/${placed.id}/payments`, {}, newKey());
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'order_state' } } });
});
