import { sql } from '../src/db/db';
import { requestRefund } from '../src/payments/refunds';
import { newKey, openPayment, placeOrder, stockOf } from './support/fixtures';
import {
  act,
  inTwoApps,
  moneyShop,
  newSku,
  paymentsOf,
  refundsOf,
  runHours,
  theirRefundsOf,
} from './support/moneyShop';
import type { Shopper, TestApp } from './support/testApp';

let shop: TestApp;
let person: Record<'h5' | 'weapp', Shopper>;
let skuId: string;
let orderId: string;
beforeAll(async () => {
  shop = await moneyShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  person = await inTwoApps(shop);
  skuId = await newSku(shop);
  orderId = (await placeOrder(person.h5, [{ skuId, quantity: 2 }])).id;
});

const order = async () => (await person.h5.get(`/api/orders/${orderId}`)).body;
const open = (shopper: Shopper, key = newKey()) => shopper.post(`/api/orders/${orderId}/payments`, {}, key);
const theirState = async (tradeNo: string) =>
  (await shop.ctx.db.query<{ state: string }>(sql`select state from fake_trades where trade_no = ${tradeNo}`))[0]
    ?.state;
const checks = () =>
  shop.ctx.db.query(
    sql`select 1 from outbox where topic = 'payment.check' and payload ->> 'userId' = ${person.h5.userId}`,
  );

test('an order is paid in the super-app that the person is in, wherever it was placed', async () => {
  const { tradeNo } = await openPayment(person.weapp, orderId);
  expect(await paymentsOf(shop, orderId)).toMatchObject([{ platform: 'weapp', app_id: 'wx-shop', state: 'paying' }]);
  await act(shop, tradeNo, { action: 'pay' });
  expect(await order()).toMatchObject({ state: 'paid', paymentState: 'paid' });
});

test('a cashier that is open in another super-app is closed there before this one opens', async () => {
  const first = await openPayment(person.h5, orderId);
  const second = await openPayment(person.weapp, orderId);
  expect(second.tradeNo).not.toBe(first.tradeNo);
  expect(await theirState(first.tradeNo)).toBe('closed');
  expect(await paymentsOf(shop, orderId)).toMatchObject([
    { platform: 'h5', state: 'closed' },
    { platform: 'weapp', state: 'paying' },
  ]);
  await act(shop, second.tradeNo, { action: 'pay' });
  expect(await order()).toMatchObject({ state: 'paid', paymentState: 'paid' });
});

test('when the other cashier has just been paid at, the order is paid and no second payment is made', async () => {
  const { tradeNo } = await openPayment(person.h5, orderId);
  await act(shop, tradeNo, { action: 'pay', notice: 'none' });
  expect(await open(person.weapp)).toMatchObject({
    status: 409,
    body: { error: { code: 'order_state', details: { state: 'paid' } } },
  });
  expect(await paymentsOf(shop, orderId)).toMatchObject([{ platform: 'h5', state: 'paid' }]);
  expect(await order()).toMatchObject({ state: 'paid' });
});

test('an order that is paid at two cashiers keeps the first money, and the second goes back once', async () => {
  const late = await openPayment(person.h5, orderId);
  const right = await openPayment(person.weapp, orderId);
  await act(shop, right.tradeNo, { action: 'pay' });
  await act(shop, late.tradeNo, { action: 'pay', isLate: true, notice: 'twice' });
  await runHours(shop, 2);
  await act(shop, late.tradeNo, { action: 'notify', notice: 'twice' });
  await runHours(shop, 2);
  expect(await order()).toMatchObject({ state: 'paid', paymentState: 'paid' });
  expect(await paymentsOf(shop, orderId)).toMatchObject([
    { platform: 'h5', state: 'refunded', refunded: 6000 },
    { platform: 'weapp', state: 'paid', refunded: 0 },
  ]);
  expect(await theirRefundsOf(shop, late.tradeNo)).toMatchObject([{ state: 'succeeded', fen: 6000 }]);
  expect(await theirRefundsOf(shop, right.tradeNo)).toEqual([]);
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 8, reserved: 0 });
});

test('money at the cashier that was closed pays the order, and the other one is then closed by the job', async () => {
  const first = await openPayment(person.h5, orderId);
  const second = await openPayment(person.weapp, orderId);
  await act(shop, first.tradeNo, { action: 'pay', isLate: true });
  expect(await order()).toMatchObject({ state: 'paid', paymentState: 'paid' });
  await runHours(shop, 1);
  expect(await theirState(second.tradeNo)).toBe('closed');
  expect(await paymentsOf(shop, orderId)).toMatchObject([{ state: 'paid' }, { state: 'closed' }]);
  expect(await refundsOf(shop, orderId)).toEqual([]);
});

test('a refund of the order takes the payment that paid it, not the one that was too late', async () => {
  const late = await openPayment(person.h5, orderId);
  const right = await openPayment(person.weapp, orderId);
  await act(shop, right.tradeNo, { action: 'pay' });
  await act(shop, late.tradeNo, { action: 'pay', isLate: true });
  await shop.ctx.db.tx((tx) =>
    requestRefund(shop.ctx, tx, {
      userId: person.h5.userId,
      orderId,
      fen: 6000,
      reason: '售后退款',
      ref: 'aftersale:1',
    }),
  );
  await runHours(shop, 1);
  expect(await paymentsOf(shop, orderId)).toMatchObject([
    { platform: 'h5', state: 'refunded', refunded: 6000 },
    { platform: 'weapp', state: 'refunded', refunded: 6000 },
  ]);
});

test('while the other super-app does not answer, no second cashier opens; later it does', async () => {
  const first = await openPayment(person.h5, orderId);
  await act(shop, first.tradeNo, { action: 'behave', lost: 1 });
  expect(await open(person.weapp)).toMatchObject({ status: 502, body: { error: { code: 'platform_unavailable' } } });
  expect(await paymentsOf(shop, orderId)).toMatchObject([{ platform: 'h5', state: 'paying' }]);
  expect((await open(person.weapp)).status).toBe(201);
});

test('a trade number that the platform takes no more gets a successor, which the same key then answers with', async () => {
  const { tradeNo, id } = await openPayment(person.h5, orderId);
  await shop.ctx.db.query(sql`update payments set intent = null where payment_id = ${id}`);
  await shop.ctx.db.query(sql`update fake_trades set state = 'closed' where trade_no = ${tradeNo}`);
  const key = newKey();
  const next = await open(person.h5, key);
  expect(next.status).toBe(201);
  expect(next.body.id).not.toBe(id);
  expect((await open(person.h5, key)).body).toEqual(next.body);
  expect(await paymentsOf(shop, orderId)).toMatchObject([{ state: 'closed' }, { state: 'paying' }]);
});

test('a trade number that the platform takes no more because it is paid pays the order', async () => {
  const { tradeNo, id } = await openPayment(person.h5, orderId);
  await shop.ctx.db.query(sql`update payments set intent = null where payment_id = ${id}`);
  await act(shop, tradeNo, { action: 'pay', notice: 'none' });
  expect(await open(person.h5)).toMatchObject({ status: 409, body: { error: { code: 'order_state' } } });
  expect(await order()).toMatchObject({ state: 'paid' });
});

test('a key that is said again never hands out a payment that was closed meanwhile', async () => {
  const key = newKey();
  await open(person.h5, key);
  await open(person.weapp);
  expect(await open(person.h5, key)).toMatchObject({ status: 409, body: { error: { code: 'payment_closed' } } });
  expect(await paymentsOf(shop, orderId)).toMatchObject([{ state: 'closed' }, { state: 'paying' }]);
});

test('money that came for a closed order without a callback is found by the job, and goes back', async () => {
  const { tradeNo } = await openPayment(person.h5, orderId);
  await person.h5.post(`/api/orders/${orderId}/cancel`);
  await act(shop, tradeNo, { action: 'pay', isLate: true, notice: 'none' });
  await runHours(shop, 1);
  expect(await order()).toMatchObject({ state: 'closed', paymentState: 'refunded' });
});

test('the job stops once the platform says that nobody can pay any more', async () => {
  await openPayment(person.h5, orderId);
  await runHours(shop, 1);
  expect(await order()).toMatchObject({ state: 'closed', paymentState: 'closed' });
  await runHours(shop, 1);
  expect(await checks()).toEqual([]);
});

test('the job stops for a trade that the platform has never heard of, after the time of the order', async () => {
  const { tradeNo } = await openPayment(person.h5, orderId);
  await shop.ctx.db.query(sql`delete from fake_trades where trade_no = ${tradeNo}`);
  await person.h5.post(`/api/orders/${orderId}/cancel`);
  shop.advance(5 * 60_000);
  await runHours(shop, 0);
  expect(await checks()).toHaveLength(1);
  await runHours(shop, 2);
  expect(await checks()).toEqual([]);
});
