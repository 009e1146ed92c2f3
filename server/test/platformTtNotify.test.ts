import { sql } from '../src/db/db';
import { newKey, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { openDouyin, type Douyin } from './support/standins/douyin';
import type { NoticeLie, SignedNotice } from './support/standins/douyinNotices';
import { testApp, type Shopper, type TestApp } from './support/testApp';

/** Virtual goods on Douyin, through the server's own routes: pay, callbacks, refunds. */
let douyin: Douyin;
let shop: TestApp;
let shopper: Shopper;
let skuId: string;
let made = 0;

beforeAll(async () => {
  douyin = await openDouyin();
});
beforeAll(async () => {
  shop = await testApp({
    env: { PLATFORM: 'live', ...douyin.config, TT_GOODS: 'trade', PUBLIC_URL: 'https://shop.example.com' },
  });
  douyin.books().now = () => shop.ctx.now();
});
afterAll(() => douyin.close());
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper({
    platform: 'tt',
    appId: 'tt0123456789abcdef',
    code: douyin.login(`lin-${++made}`),
    deviceId: `device-lin-${made}`,
  });
  const item = product({ handle: `card-${made}`, skus: [sku({ priceFen: 2990, stock: 10 })] });
  skuId = (await stockShelf(shop.ctx, item)).skuIds[0]!;
});

const notify = ({ headers, body }: SignedNotice) =>
  shop.app.inject({ method: 'POST', url: '/notify/tt', headers, payload: body });
const stateOf = async (orderId: string) => {
  const { state, paymentState } = (await shopper.get(`/api/orders/${orderId}`)).body;
  return { state, paymentState };
};
type NoticeFaults = Omit<NoticeLie, 'at'> & { /** In hours. */ at?: number };
const OK = { err_no: 0, err_tips: 'success' };

/** An order whose trade the phone has opened; `isPaid`: and paid. */
async function opened({ isPaid = true } = {}) {
  const order = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  const answer = await shopper.post(`/api/orders/${order.id}/payments`, {}, newKey());
  const { tradeNo } = douyin.acceptOrder(answer.body.intent);
  if (isPaid) douyin.pay(tradeNo);
  return { orderId: order.id as string, tradeNo };
}

test('a callback pays the order, twice pays once, and both are answered as Douyin wants', async () => {
  const { orderId, tradeNo } = await opened();
  const notice = douyin.notify('payment', tradeNo);
  for (const { statusCode, body } of [await notify(notice), await notify(notice)]) {
    expect({ statusCode, body: JSON.parse(body) }).toEqual({ statusCode: 200, body: OK });
  }
  expect(await notify(douyin.notify('payment', tradeNo))).toMatchObject({ statusCode: 200 });
  expect(await stateOf(orderId)).toEqual({ state: 'paid', paymentState: 'paid' });
  const payments = await shop.ctx.db.query(sql`select state from payments where order_id = ${orderId}`);
  expect(payments).toEqual([{ state: 'paid' }]);
});

test.each([
  ['with one byte changed', { isTampered: true }],
  ['under another key', { isForged: true }],
  ['of another app', { appId: 'ttfedcba9876543210' }],
  ['signed two hours ago', { at: -2 }],
  ['signed an hour ahead', { at: 1 }],
])('a callback %s is refused and changes nothing', async (_what, { at, ...lie }: NoticeFaults) => {
  const { orderId, tradeNo } = await opened();
  const when = at ? { at: new Date(shop.ctx.now().getTime() + at * 3_600_000) } : {};
  const answer = await notify(douyin.notify('payment', tradeNo, { ...lie, ...when }));
  expect(answer.statusCode).toBe(401);
  expect(answer.json().error.code).toBe('signature_invalid');
  expect(await stateOf(orderId)).toMatchObject({ state: 'unpaid' });
});

test('a callback without headers, or without sense, is refused', async () => {
  const { tradeNo } = await opened();
  const { headers, body } = douyin.notify('payment', tradeNo);
  expect((await notify({ headers: { 'content-type': 'application/json' }, body })).statusCode).toBe(401);
  expect((await notify({ headers: { ...headers, 'byte-timestamp': 'yesterday' }, body })).statusCode).toBe(401);
  expect((await notify(douyin.notify('payment', tradeNo, { status: 'MAYBE' }))).statusCode).toBe(401);
});

test('a signed callback with a wrong amount does not pay the order; the right one after it does', async () => {
  const { orderId, tradeNo } = await opened();
  expect((await notify(douyin.notify('payment', tradeNo, { fen: 1 }))).statusCode).toBe(200);
  expect(await stateOf(orderId)).toMatchObject({ state: 'unpaid' });
  await notify(douyin.notify('payment', tradeNo));
  expect(await stateOf(orderId)).toMatchObject({ state: 'paid' });
});

test('when the callback never comes, asking pays the order', async () => {
  const { orderId } = await opened();
  expect((await shopper.post(`/api/orders/${orderId}/payments/check`)).body).toMatchObject({ state: 'paid' });
});

test('a trade that timed out is closed by its callback', async () => {
  const { orderId, tradeNo } = await opened({ isPaid: false });
  douyin.expire(tradeNo);
  await notify(douyin.notify('payment', tradeNo));
  const [payment] = await shop.ctx.db.query(sql`select state from payments where order_id = ${orderId}`);
  expect(payment).toEqual({ state: 'closed' });
});

test('money for an order that was cancelled meanwhile goes back at Douyin', async () => {
  const { orderId, tradeNo } = await opened({ isPaid: false });
  expect((await shopper.post(`/api/orders/${orderId}/cancel`)).body).toMatchObject({ state: 'closed' });
  douyin.pay(tradeNo);
  await notify(douyin.notify('payment', tradeNo));
  await shop.runJobs();
  shop.advance(60_000);
  await shop.runJobs();
  expect(await stateOf(orderId)).toEqual({ state: 'closed', paymentState: 'refunded' });
  const given = [...douyin.books().refunds.values()].filter((refund) => refund.tradeNo === tradeNo);
  expect(given.map(({ fen, state }) => ({ fen, state }))).toEqual([
    { fen: douyin.books().orders.get(tradeNo)!.fen, state: 'SUCCESS' },
  ]);
});

test('a refund’s callback names trade and number, also when Douyin leaves out what we gave along', async () => {
  const { tradeNo } = await opened();
  const refund = {
    tradeNo,
    refundNo: `R9${made}00000`,
    refundFen: 500,
    totalFen: 3790,
    platformTradeNo: null,
    reason: '退',
  };
  await shop.ctx.platforms.tt.refundPayment({ appId: 'tt0123456789abcdef', ...refund });
  const read = ({ headers, body }: SignedNotice) =>
    shop.ctx.platforms.tt.readNotice({ headers, body: Buffer.from(body), query: {} });
  const report = { tradeNo, refundNo: refund.refundNo, state: 'succeeded', refundedFen: 500 };
  expect(await read(douyin.notify('refund', refund.refundNo))).toMatchObject({ kind: 'refund', report });
  const { refundId } = douyin.books().refunds.get(refund.refundNo)!;
  const anonymous = await read(douyin.notify('refund', refund.refundNo, { isAnonymous: true, status: 'FAIL' }));
  const failed = { tradeNo, refundNo: `P${refundId}`, state: 'failed', refundedFen: null };
  expect(anonymous).toMatchObject({ kind: 'refund', report: failed });
});

test('a payer who asks Douyin for the money is answered at once with our number, the same each time', async () => {
  const { orderId, tradeNo } = await opened();
  await notify(douyin.notify('payment', tradeNo));
  const refundId = douyin.askRefund(tradeNo, 500);
  const notice = douyin.notify('pre_create_refund', refundId);
  const expected = {
    ...OK,
    data: { out_refund_no: `P${refundId}`, order_entry_schema: { path: 'orders/list/index', params: '{}' } },
  };
  for (const answer of [await notify(notice), await notify(notice)]) {
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(expected);
  }
  expect(await stateOf(orderId)).toEqual({ state: 'paid', paymentState: 'paid' });
  // nobody has decided yet: asking about it must not consent
  await shop.ctx.platforms.tt.queryRefund({ appId: 'tt0123456789abcdef', tradeNo, refundNo: refundId });
  expect(douyin.books().refunds.get(refundId)).toMatchObject({ audit: 'TOAUDIT', state: 'PROCESSING' });
});

test('what nobody here acts on is answered', async () => {
  const { tradeNo } = await opened();
  expect((await notify(douyin.notify('settle', tradeNo))).json()).toEqual(OK);
});
