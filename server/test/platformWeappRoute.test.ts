import { sql } from '../src/db/db';
import { newKey, placeOrder, product, sku, stockOf, stockShelf } from './support/fixtures';
import { openWechat, type Wechat } from './support/standins/wechat';
import type { Twist } from './support/standins/wechatNotices';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let wechat: Wechat;
let shop: TestApp;
let shopper: Shopper;
let skuId: string;

beforeAll(async () => {
  wechat = await openWechat({ now: () => shop.ctx.now() });
  shop = await testApp({ env: { PLATFORM: 'live', PUBLIC_URL: 'https://shop.example', ...wechat.config } });
  skuId = (await stockShelf(shop.ctx, product({ handle: 'orange', skus: [sku({ priceFen: 2990, stock: 100 })] })))
    .skuIds[0]!;
  const code = wechat.desk.login('o-ming', 'u-ming');
  shopper = await shop.shopper({ platform: 'weapp', appId: wechat.appId, code, deviceId: 'device-wechat-1' });
});
afterAll(async () => {
  wechat.close();
  await shop.close();
});

const order = (orderId: string) => shopper.get(`/api/orders/${orderId}`).then((answer) => answer.body);
const tell = async (tradeNo: string, twist?: Twist) => {
  const { headers, body } = wechat.notice({ tradeNo }, twist);
  return shop.app.inject({ method: 'POST', url: '/notify/weapp', headers, payload: body });
};

/** An order that its shopper has paid, and of which we have not heard. */
async function paidUnheard() {
  const placed = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  const payment = await shopper.post(`/api/orders/${placed.id}/payments`, {}, newKey());
  expect(payment).toMatchObject({ status: 201, body: { intent: { kind: 'weapp' } } });
  const { tradeNo } = wechat.books().trades.at(-1)!;
  wechat.pay(tradeNo);
  return { orderId: placed.id as string, tradeNo };
}

test('a person logs in and pays with WeChat, whose notice pays the order', async () => {
  const { orderId, tradeNo } = await paidUnheard();
  const answer = await tell(tradeNo);
  expect([answer.statusCode, answer.body]).toEqual([200, '{"code":"SUCCESS"}']);
  expect(await order(orderId)).toMatchObject({ state: 'paid', paymentState: 'paid' });
});

test('a login code that WeChat does not know opens no session', async () => {
  const login = { platform: 'weapp', appId: wechat.appId, code: '0invented', deviceId: 'device-wechat-2' };
  const answer = await shop.app.inject({ method: 'POST', url: '/api/sessions', payload: login });
  expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'login_failed']);
});

test('the same notice again, also after the order was paid, pays once', async () => {
  const { orderId, tradeNo } = await paidUnheard();
  const before = await stockOf(shop.ctx, skuId);
  const answers = [await tell(tradeNo), await tell(tradeNo), await tell(tradeNo, { id: 'EV-once-more' })];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect(await order(orderId)).toMatchObject({ state: 'paid' });
  expect((await stockOf(shop.ctx, skuId)).onHand).toBe(before.onHand - 1);
});

test('paying on H5 again gets an address that is still young, for the same trade', async () => {
  const visitor = await shop.shopper();
  const { id } = await placeOrder(visitor, [{ skuId, quantity: 1 }]);
  const address = async () =>
    (await visitor.post(`/api/orders/${id}/payments`, {}, newKey())).body.intent.url as string;
  const [first, second] = [new URL(await address()), new URL(await address())];
  expect(second.href).not.toBe(first.href);
  expect(second.searchParams.get('prepay_id')).toBe(first.searchParams.get('prepay_id'));
});

const REFUSED: [string, Twist][] = [
  ['whose body was changed by one byte', { tamper: true }],
  ["that is WeChat's own probe", { signature: 'probe' }],
  ['that somebody else signed', { signature: 'stranger' }],
  ['under a key that we do not know', { serial: 'PUB_KEY_ID_0000' }],
  ['of an hour ago', { ageMs: 3_600_000 }],
  ['of another app', { appId: 'wx0000000000000000' }],
  ['of another merchant', { mchid: '1900000000' }],
];
test.each(REFUSED)('a notice %s is refused and changes nothing', async (_what, twist) => {
  const { orderId, tradeNo } = await paidUnheard();
  const answer = await tell(tradeNo, twist);
  expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'signature_invalid']);
  expect(await order(orderId)).toMatchObject({ state: 'unpaid' });
  await tell(tradeNo);
  expect(await order(orderId)).toMatchObject({ state: 'paid' });
});

test('a notice with a wrong amount changes nothing', async () => {
  const { orderId, tradeNo } = await paidUnheard();
  await tell(tradeNo, { amountFen: 1, id: 'EV-lie' });
  expect(await order(orderId)).toMatchObject({ state: 'unpaid' });
});

test('when no notice comes, asking WeChat pays the order', async () => {
  const { orderId } = await paidUnheard();
  expect((await shopper.post(`/api/orders/${orderId}/payments/check`)).body).toMatchObject({ state: 'paid' });
});

test('cancelling closes the trade at WeChat, and money that comes all the same goes back', async () => {
  const placed = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  await shopper.post(`/api/orders/${placed.id}/payments`, {}, newKey());
  const { tradeNo } = wechat.books().trades.at(-1)!;
  await shopper.post(`/api/orders/${placed.id}/cancel`);
  expect(wechat.trades.find(tradeNo).state).toBe('CLOSED');
  wechat.pay(tradeNo, { isLate: true });
  await tell(tradeNo);
  await shop.runJobs();
  const refunds = wechat.books().refunds.filter((refund) => refund.tradeNo === tradeNo);
  expect(refunds).toMatchObject([{ fen: wechat.trades.find(tradeNo).amountFen }]);
});

test('while WeChat Pay is down nothing is charged, and the next try is the same trade', async () => {
  const placed = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  const count = wechat.books().trades.length;
  wechat.misbehave('/v3/pay/transactions/jsapi', 'down');
  const first = await shopper.post(`/api/orders/${placed.id}/payments`, {}, newKey());
  expect(first).toMatchObject({ status: 502, body: { error: { code: 'platform_unavailable' } } });
  expect(await shopper.post(`/api/orders/${placed.id}/payments`, {}, newKey())).toMatchObject({ status: 201 });
  expect(wechat.books().trades).toHaveLength(count + 1);
  const [{ count: payments }] = (await shop.ctx.db.query<{ count: string }>(
    sql`select count(*) as count from payments where order_id = ${placed.id}`,
  )) as [{ count: string }];
  expect(Number(payments)).toBe(1);
});
