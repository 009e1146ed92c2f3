import { verify } from 'node:crypto';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { readPlatformConfigs } from '../src/platform/config';
import type { PlatformAdapter } from '../src/platform/types';
import { cashierText } from '../src/platform/weapp';
import { PUBLIC_URL, request, wechatShop } from './support/standins/wechatShop';
import vectors from './support/vectors.json';

let shop: Awaited<ReturnType<typeof wechatShop>>;
let weapp: PlatformAdapter;
let h5: PlatformAdapter;

beforeAll(async () => {
  shop = await wechatShop();
  ({ weapp, h5 } = shop.adapters());
});
afterAll(() => shop.close());

const trade = (tradeNo: string) => shop.wechat.books().trades.find((known) => known.tradeNo === tradeNo);
const fresh = () => request(shop.wechat);
const unavailable = { code: 'platform_unavailable' };

async function ordered(adapter = weapp, order = fresh()) {
  const intent = await adapter.createPayment(order);
  return { order, intent, ref: { appId: order.appId, tradeNo: order.tradeNo } };
}

test('an order reaches WeChat Pay whole, and its cashier opens with a signature of the merchant', async () => {
  const { order, intent } = await ordered();
  const expiresAt = new Date(Math.floor(order.expiresAt.getTime() / 1000) * 1000);
  expect(trade(order.tradeNo)).toMatchObject({
    tradeType: 'JSAPI',
    appId: shop.wechat.appId,
    openId: 'o-ming',
    amountFen: 2990,
    title: '赣南脐橙 等',
    notifyUrl: `${PUBLIC_URL}/notify/weapp`,
    expiresAt,
  });
  if (intent.kind !== 'weapp') throw new Error(intent.kind);
  expect(intent.package).toMatch(/^prepay_id=wx/);
  expect(intent.signType).toBe('RSA');
  const text = `${shop.wechat.appId}\n${intent.timeStamp}\n${intent.nonceStr}\n${intent.package}\n`;
  const key = readPlatformConfigs(shop.wechat.config).configs.wxpay!.WXPAY_PRIVATE_KEY;
  expect(verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(intent.paySign, 'base64'))).toBe(true);
});

test("the cashier's signature is over the four lines that WeChat Pay publishes", () => {
  const { appId, fourLine, ...cashier } = vectors.wechatpay_mini_paysign;
  expect(cashierText(appId, cashier)).toBe(fourLine.replaceAll('\\n', '\n'));
});

test('only a person of this mini-program can pay in it', async () => {
  const guest = request(shop.wechat, { openId: null });
  await expect(weapp.createPayment(guest)).rejects.toMatchObject({ code: 'login_failed' });
  const stranger = request(shop.wechat, { appId: 'wx0000000000000000' });
  await expect(weapp.createPayment(stranger)).rejects.toMatchObject({ code: 'login_failed' });
});

test('the same order again is the same trade', async () => {
  const { order } = await ordered();
  await ordered(weapp, order);
  expect(shop.wechat.books().trades.filter(({ tradeNo }) => tradeNo === order.tradeNo)).toHaveLength(1);
});

test('an order whose answer was lost is ordered again, not twice', async () => {
  const order = fresh();
  shop.wechat.misbehave('/v3/pay/transactions/jsapi', 'lost');
  await expect(weapp.createPayment(order)).rejects.toMatchObject(unavailable);
  const { intent } = await ordered(weapp, order);
  expect(intent.kind).toBe('weapp');
});

test('a number that is paid or closed takes no second payment', async () => {
  const paid = await ordered();
  shop.wechat.pay(paid.order.tradeNo);
  await expect(weapp.createPayment(paid.order)).rejects.toMatchObject({ code: 'payment_closed' });
  const closed = await ordered();
  await weapp.closePayment(closed.ref);
  await expect(weapp.createPayment(closed.order)).rejects.toMatchObject({ code: 'payment_closed' });
});

test('a number that was ordered in other words is closed before another may be paid', async () => {
  const { order } = await ordered();
  const other = weapp.createPayment({ ...order, amountFen: 1990 });
  await expect(other).rejects.toMatchObject({ code: 'payment_closed' });
  expect(trade(order.tradeNo)).toMatchObject({ state: 'CLOSED', amountFen: 2990 });
});

test('an order in its last minute is still taken', async () => {
  const { order } = await ordered(weapp, request(shop.wechat, { expiresAt: new Date(Date.now() + 5_000) }));
  expect(trade(order.tradeNo)!.state).toBe('NOTPAY');
});

test('WeChat Pay is asked what became of a trade: unheard of, open, paid, refunded, closed', async () => {
  const { order, ref } = await ordered();
  const query = () => weapp.queryPayment(ref);
  expect(await weapp.queryPayment({ ...ref, tradeNo: 'T-unknown' })).toMatchObject({ state: 'absent', paidFen: null });
  expect(await query()).toMatchObject({ state: 'open', paidFen: null, platformTradeNo: null });
  const { transactionId } = shop.wechat.pay(order.tradeNo);
  const paid = { tradeNo: order.tradeNo, state: 'paid', platformTradeNo: transactionId, paidFen: 2990 };
  expect(await query()).toEqual(paid);
  await weapp.refundPayment({
    ...ref,
    platformTradeNo: null,
    refundNo: 'R-all-1',
    refundFen: 2990,
    totalFen: 2990,
    reason: '',
  });
  expect(await query()).toEqual(paid);
  const closed = await ordered();
  await weapp.closePayment(closed.ref);
  expect(await weapp.queryPayment(closed.ref)).toMatchObject({ state: 'closed' });
});

test('nothing but its own word makes a trade unheard of: not a 404 of somebody else, not a forged answer', async () => {
  const { ref } = await ordered();
  const faults = [
    'down',
    'lost',
    'unsigned',
    'forged',
    { status: 404, code: 'NOT_FOUND' },
    { status: 401, code: 'SIGN_ERROR' },
  ] as const;
  for (const fault of faults) {
    shop.wechat.misbehave(ref.tradeNo, fault);
    await expect(weapp.queryPayment(ref)).rejects.toMatchObject(unavailable);
  }
});

test('a WeChat Pay that never answers is given up', async () => {
  const { ref } = await ordered();
  shop.wechat.misbehave(ref.tradeNo, 'silent');
  await expect(shop.adapters(150).weapp.queryPayment(ref)).rejects.toMatchObject(unavailable);
});

test('closing answers what the trade is now', async () => {
  const open = await ordered();
  expect(await weapp.closePayment(open.ref)).toMatchObject({ state: 'closed', paidFen: null });
  expect(await weapp.closePayment(open.ref)).toMatchObject({ state: 'closed' });
  const paid = await ordered();
  shop.wechat.pay(paid.order.tradeNo);
  expect(await weapp.closePayment(paid.ref)).toMatchObject({ state: 'paid', paidFen: 2990 });
  expect(await weapp.closePayment({ ...paid.ref, tradeNo: 'T-unknown' })).toMatchObject({ state: 'absent' });
});

test('a close whose answer was lost is found out by asking, and one that was refused is no close', async () => {
  const lost = await ordered();
  shop.wechat.misbehave('/close', 'lost');
  expect(await weapp.closePayment(lost.ref)).toMatchObject({ state: 'closed' });
  const refused = await ordered();
  shop.wechat.misbehave('/close', { status: 429, code: 'FREQUENCY_LIMITED' });
  await expect(weapp.closePayment(refused.ref)).rejects.toMatchObject(unavailable);
});

test('an H5 payment is an address to go to, ordered for the visitor and told to its own notices', async () => {
  const order = request(shop.wechat, { appId: 'h5', openId: null, ip: '::ffff:203.0.113.7' });
  const { intent } = await ordered(h5, order);
  expect(intent).toMatchObject({ kind: 'h5', url: expect.stringMatching(/^https:\/\/wx\.tenpay\.com\//) });
  const known = trade(order.tradeNo)!;
  expect(known).toMatchObject({ tradeType: 'MWEB', openId: null, notifyUrl: `${PUBLIC_URL}/notify/h5` });
  expect(JSON.parse(known.words).scene_info.payer_client_ip).toBe('203.0.113.7');
  expect(await h5.queryPayment({ appId: 'h5', tradeNo: order.tradeNo })).toMatchObject({ state: 'open' });
});

test("the page's code leads a reader to the short address", async () => {
  const { bytes, contentType } = await h5.makeCode({ appId: 'h5', token: 'aB3dE5fG', page: 'pages/home/index' });
  expect(contentType).toBe('image/svg+xml');
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(`${PUBLIC_URL}/s/aB3dE5fG`);
});

test('the page has no login, phone or messages of a super-app, and its words wait for a person', async () => {
  const login = h5.exchangeLogin({ appId: 'h5', code: 'x', deviceId: 'device-1' });
  await expect(login).rejects.toMatchObject({ code: 'unsupported' });
  const phone = h5.readPhone({ appId: 'h5', proof: { kind: 'code', code: 'x' } });
  await expect(phone).rejects.toMatchObject({ code: 'unsupported' });
  const message = { appId: 'h5', openId: 'x', templateId: 'x', page: 'x', data: {} };
  expect(await h5.sendMessage(message)).toBe('unsupported');
  expect(await h5.checkText({ appId: 'h5', openId: null, text: '很甜' })).toMatchObject({ suggestion: 'review' });
});
