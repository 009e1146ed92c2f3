import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { sql } from '../src/db/db';
import { createAlipay } from '../src/platform/alipay';
import { readPlatformConfigs } from '../src/platform/config';
import { NoticeRefused, type Notice } from '../src/platform/types';
import { newKey, placeOrder, product, sku, stockOf, stockShelf } from './support/fixtures';
import { openAlipay, type AlipayStandIn } from './support/standins/alipay';
import type { NoticeRequest, NoticeTwist } from './support/standins/alipayNotice';
import { testApp, type Shopper, type TestApp } from './support/testApp';
import vectors from './support/vectors.json';

let alipay: AlipayStandIn;
let shop: TestApp;
let shopper: Shopper;
let skuId: string;

beforeAll(async () => {
  alipay = await openAlipay();
});
beforeAll(async () => {
  shop = await testApp({ env: { PLATFORM: 'live', ...alipay.config } });
  // the bytes that forms and signatures are most easily wrong about
  const title = '100% 柿子+茶 & 礼';
  const item = product({ handle: 'alipay', title, skus: [sku({ priceFen: 2990, stock: 1000 })] });
  skuId = (await stockShelf(shop.ctx, item)).skuIds[0]!;
  shopper = await shop.shopper({ platform: 'alipay', appId: alipay.appId, code: 'lin', deviceId: 'device-lin' });
});
afterAll(async () => {
  await shop.close();
  await alipay.close();
});

async function unpaidOrder() {
  const { id: orderId } = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  const { status, body } = await shopper.post(`/api/orders/${orderId}/payments`, {}, newKey());
  expect({ status, kind: body.intent.kind }).toEqual({ status: 201, kind: 'alipay' });
  const made = alipay.books().trades.find((trade) => trade.tradeNo === body.intent.tradeNO)!;
  return { orderId: orderId as string, tradeNo: made.outTradeNo };
}
async function paidTrade() {
  const order = await unpaidOrder();
  alipay.pay(order.tradeNo);
  return order;
}
const post = ({ headers, payload }: NoticeRequest) =>
  shop.app.inject({ method: 'POST', url: '/notify/alipay', headers, payload });
const stateOf = async (orderId: string) => (await shopper.get(`/api/orders/${orderId}`)).body.state as string;
const read = async ({ headers, payload }: NoticeRequest): Promise<Notice> =>
  shop.ctx.platforms.alipay.readNotice({ headers, body: Buffer.from(payload), query: {} });
const faultOf = (request: NoticeRequest) =>
  read(request).then(
    () => null,
    (error: unknown) => (error instanceof NoticeRefused ? error.fault : String(error)),
  );

test('a callback pays the order, hears “success”, and pays it once however often it comes', async () => {
  const { orderId, tradeNo } = await paidTrade();
  const before = await stockOf(shop.ctx, skuId);
  for (let time = 0; time < 3; time += 1) {
    const answer = await post(alipay.notice(tradeNo));
    expect({ status: answer.statusCode, body: answer.body }).toEqual({ status: 200, body: 'success' });
    expect(answer.headers['content-type']).toContain('text/plain');
  }
  expect(await stateOf(orderId)).toBe('paid');
  expect((await stockOf(shop.ctx, skuId)).onHand).toBe(before.onHand - 1);
  const paid = await shop.ctx.db.query(sql`select 1 from payments where order_id = ${orderId} and state = 'paid'`);
  expect(paid).toHaveLength(1);
});

test('the same event has one notice id, another event another', async () => {
  const { tradeNo } = await paidTrade();
  const [first, again] = [await read(alipay.notice(tradeNo)), await read(alipay.notice(tradeNo))];
  expect(again).toEqual(first);
  expect((await read(alipay.notice(tradeNo, { status: 'TRADE_FINISHED' }))).noticeId).not.toBe(first.noticeId);
});

const twists: [string, string, NoticeTwist][] = [
  ['without a signature', 'signature', { unsigned: true }],
  ['with one digit changed', 'signature', { tampered: true }],
  ['for another app', 'app_id', { appId: '2021004100000009' }],
  ['for another seller', 'merchant', { sellerId: '2088000000000009' }],
  ['without a seller', 'merchant', { fields: { seller_id: '' } }],
  ['without a notice id', 'malformed', { fields: { notify_id: '' } }],
  ['with an amount that is none', 'malformed', { amount: '29.905' }],
];
test.each(twists)('a callback %s is refused for its %s and changes nothing', async (_name, fault, twist) => {
  const { orderId, tradeNo } = await paidTrade();
  const request = alipay.notice(tradeNo, twist);
  const answer = await post(request);
  expect(answer.statusCode).toBe(401);
  expect(answer.json().error).toMatchObject({ code: 'signature_invalid' });
  expect(answer.body).not.toContain('success');
  expect(await faultOf(request)).toBe(fault);
  expect(await stateOf(orderId)).toBe('unpaid');
});

test('a callback with any one character of a value changed is refused', async () => {
  const { tradeNo } = await paidTrade();
  const { headers, payload } = alipay.notice(tradeNo);
  const values = [...payload.matchAll(/[a-z_]+=([^&]+)/g)].filter(([field]) => !field.startsWith('sign='));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...values), fc.nat(), fc.constantFrom('0', '7', 'Z'), async (match, at, put) => {
      const place = match.index + match[0].length - match[1]!.length + (at % match[1]!.length);
      const changed = payload.slice(0, place) + put + payload.slice(place + 1);
      const isSame = new URLSearchParams(changed).toString() === payload;
      expect(await faultOf({ headers, payload: changed })).toBe(isSame ? null : 'signature');
    }),
    runs(2_000),
  );
});

test('a field that stands twice, an empty body and one that is no form are refused', async () => {
  const { tradeNo } = await paidTrade();
  const { headers, payload } = alipay.notice(tradeNo);
  expect(await faultOf({ headers, payload: `${payload}&total_amount=0.01` })).toBe('malformed');
  expect(await faultOf({ headers, payload: '' })).toBe('signature');
  expect(await faultOf({ headers, payload: '{"sign":"x"}' })).toBe('signature');
});

test('a weaker kind of signature is not taken', async () => {
  const { tradeNo } = await paidTrade();
  const { headers, payload } = alipay.notice(tradeNo);
  expect(await faultOf({ headers, payload: payload.replace('sign_type=RSA2', 'sign_type=RSA') })).toBe('signature');
});

test('a signed callback with another amount than the order’s pays nothing', async () => {
  const { orderId, tradeNo } = await paidTrade();
  expect((await post(alipay.notice(tradeNo, { amount: '0.01' }))).statusCode).toBe(200);
  expect(await stateOf(orderId)).toBe('unpaid');
  expect((await post(alipay.notice(tradeNo))).statusCode).toBe(200);
  expect(await stateOf(orderId)).toBe('paid');
});

test.each(['0.1', '0.10', '0.100'])('%s yuan are ten fen', async (amount) => {
  const { tradeNo } = await paidTrade();
  expect(await read(alipay.notice(tradeNo, { amount }))).toMatchObject({ kind: 'payment', report: { paidFen: 10 } });
});

test('a percent sign, a plus, an ampersand, Chinese and a line end survive the form', async () => {
  const { tradeNo } = await paidTrade();
  const twist = {
    fields: { subject: '100% 柿子+茶&礼=好%41', body: '第一行\r\n第二行', passback_params: 'a%3D1%26b' },
  };
  expect(await read(alipay.notice(tradeNo, twist))).toMatchObject({ kind: 'payment', report: { state: 'paid' } });
});

test('only a paid state pays; a trade that ran out is closed although its callback names a refund of 0.00', async () => {
  const { tradeNo } = await unpaidOrder();
  const report = (status: NoticeTwist['status'], fields = {}) =>
    read(alipay.notice(tradeNo, { status, fields })).then((notice) => notice.kind === 'payment' && notice.report);
  expect(await report('WAIT_BUYER_PAY')).toMatchObject({ state: 'open', paidFen: null });
  expect(await report('TRADE_SUCCESS')).toMatchObject({ state: 'paid', paidFen: 2990 + 800 });
  expect(await report('TRADE_CLOSED')).toMatchObject({ state: 'closed', paidFen: null });
  expect(await report('TRADE_CLOSED', { refund_fee: '0.00' })).toMatchObject({ state: 'closed' });
});

describe('refunds', () => {
  const give = (tradeNo: string, refundNo: string, refundFen: number) =>
    shop.ctx.platforms.alipay.refundPayment({
      ...{ appId: alipay.appId, tradeNo, platformTradeNo: null, refundNo, refundFen, totalFen: 3790, reason: '退' },
    });

  test('the callback of a refund is no second payment and tells what this refund gave, not the sum', async () => {
    const { orderId, tradeNo } = await paidTrade();
    await give(tradeNo, 'R000001', 1000);
    await give(tradeNo, 'R000002', 300);
    const request = alipay.notice(tradeNo, { refundNo: 'R000002' });
    expect(request.payload).toContain('trade_status=TRADE_SUCCESS');
    expect(await read(request)).toMatchObject({
      kind: 'refund',
      report: { tradeNo, refundNo: 'R000002', state: 'succeeded', refundedFen: 300 },
    });
    expect((await post(request)).statusCode).toBe(200);
    expect(await stateOf(orderId)).toBe('unpaid');
  });

  test('one that comes before its payment’s changes neither', async () => {
    const { orderId, tradeNo } = await paidTrade();
    await give(tradeNo, 'R000001', 1000);
    await post(alipay.notice(tradeNo, { refundNo: 'R000001' }));
    await post(alipay.notice(tradeNo));
    await post(alipay.notice(tradeNo, { refundNo: 'R000001' }));
    expect(await stateOf(orderId)).toBe('paid');
  });

  test('one without a number is acted on by nobody', async () => {
    const { tradeNo } = await paidTrade();
    const fields = { refund_fee: '1.00', gmt_refund: '2026-11-25 10:00:00' };
    expect(await read(alipay.notice(tradeNo, { fields }))).toMatchObject({ kind: 'other' });
  });

  test('when Alipay cannot be asked about it, it is not stored, so that it comes again', async () => {
    const { tradeNo } = await paidTrade();
    await give(tradeNo, 'R000001', 1000);
    alipay.misbehave('down', 'alipay.trade.fastpay.refund.query');
    expect((await post(alipay.notice(tradeNo, { refundNo: 'R000001' }))).statusCode).toBe(502);
    expect((await post(alipay.notice(tradeNo, { refundNo: 'R000001' }))).statusCode).toBe(200);
  });
});

test('a message of the application gateway is read with its own kind of signature, and acted on by nobody', async () => {
  const request = alipay.message('alipay.open.mini.order.changed', { order_id: '1', note: '100% & 好' });
  expect(await read(request)).toMatchObject({ kind: 'other', topic: 'alipay.open.mini.order.changed' });
  const answer = await post(request);
  expect({ status: answer.statusCode, body: answer.body }).toEqual({ status: 200, body: 'success' });
  const changed = request.payload.replace('order.changed', 'order.settled');
  expect(await faultOf({ ...request, payload: changed })).toBe('signature');
});

describe('the vendor’s own messages', () => {
  const readAs = (publicKey: string, changed: Record<string, string>, form: Record<string, string>) => {
    const { configs } = readPlatformConfigs({ ...alipay.config, ALIPAY_PUBLIC_KEY: publicKey, ...changed });
    const adapter = createAlipay(configs.alipay!, { now: () => new Date(), publicUrl: 'https://shop.example' });
    const body = Buffer.from(new URLSearchParams(form).toString());
    return Promise.resolve().then(() => adapter.readNotice({ headers: {}, body, query: {} }));
  };

  test('the trade message, whose signature leaves sign_type out', async () => {
    const { publicKeyPem, form } = vectors.alipay_trade_notify;
    const ours = { ALIPAY_APP_ID: form.app_id, ALIPAY_SELLER_ID: form.seller_id };
    expect(await readAs(publicKeyPem, ours, form)).toEqual({
      noticeId: form.notify_id,
      appId: form.app_id,
      kind: 'payment',
      report: { tradeNo: '20190815155618536-564-57', state: 'paid', platformTradeNo: form.trade_no, paidFen: 10 },
    });
    await expect(readAs(publicKeyPem, ours, { ...form, total_amount: '0.11' })).rejects.toMatchObject({
      fault: 'signature',
    });
    const { ALIPAY_SELLER_ID } = alipay.config;
    await expect(readAs(publicKeyPem, { ...ours, ALIPAY_SELLER_ID }, form)).rejects.toMatchObject({
      fault: 'merchant',
    });
  });

  test('the gateway message, whose signature includes sign_type', async () => {
    const { publicKeyPem, form } = vectors.alipay_gateway_notify;
    expect(await readAs(publicKeyPem, { ALIPAY_APP_ID: form.app_id }, form)).toEqual({
      noticeId: form.notify_id,
      appId: form.app_id,
      kind: 'other',
      topic: 'alipay.open.servicemarket.order.notify',
    });
    await expect(readAs(publicKeyPem, {}, form)).rejects.toMatchObject({ fault: 'app_id' });
  });
});
