import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { readEnv } from '../src/env';
import { accessTokens } from '../src/platform/accessTokens';
import { createTt } from '../src/platform/tt';
import type { PlatformAdapter } from '../src/platform/types';
import { openDouyin, type Douyin } from './support/standins/douyin';
import { testDb, type TestDb } from './support/testDb';

let douyin: Douyin;
let database: TestDb;
let tt: PlatformAdapter;
const clock = { now: () => new Date() };

/** An adapter of its own, with the given variables changed; it knows no token yet. */
function adapter(env: Record<string, string> = {}, timeoutMs?: number): PlatformAdapter {
  const { platforms } = readEnv({ PLATFORM: 'live', ...douyin.config, TT_GOODS: 'trade', ...env });
  const outside = {
    tokens: accessTokens(database.db, clock.now),
    now: clock.now,
    publicUrl: 'https://shop.example.com',
  };
  return createTt(
    { tt: platforms.tt!, ttShop: platforms.ttShop },
    { ...outside, db: database.db, ...(timeoutMs && { timeoutMs }) },
  );
}

beforeAll(async () => {
  douyin = await openDouyin();
});
beforeAll(async () => {
  database = await testDb();
  tt = adapter();
});
afterAll(() => douyin.close());
afterAll(() => database.drop());

const appId = 'tt0123456789abcdef';
let numbers = 0;
const newTradeNo = () => `T90000000000${++numbers}`;
const request = (tradeNo: string, more: object = {}) => ({
  appId,
  openId: 'lin',
  tradeNo,
  amountFen: 2990,
  title: '会员月卡',
  expiresAt: new Date(clock.now().getTime() + 30 * 60_000),
  ip: '127.0.0.1',
  lines: [{ skuId: '11', quantity: 1 }],
  ...more,
});
const refused = (code: string) => expect.objectContaining({ code });
type TtIntent = { kind: 'tt'; data: string; byteAuthorization: string };

/** A trade that the phone has opened with what the server signed. */
async function openTrade(more: object = {}) {
  const tradeNo = newTradeNo();
  const intent = (await tt.createPayment(request(tradeNo, more))) as TtIntent;
  return { tradeNo, order: douyin.acceptOrder(intent), intent };
}

test('a login code is exchanged once for the person behind it', async () => {
  const code = douyin.login('lin', 'lin-everywhere');
  expect(await tt.exchangeLogin({ appId, code, deviceId: 'd' })).toEqual({ openId: 'lin', unionId: 'lin-everywhere' });
  await expect(tt.exchangeLogin({ appId, code, deviceId: 'd' })).rejects.toEqual(refused('login_failed'));
  const other = douyin.login('lin');
  await expect(tt.exchangeLogin({ appId: 'ttfedcba9876543210', code: other, deviceId: 'd' })).rejects.toEqual(
    refused('login_failed'),
  );
});

test('a wrong secret is our trouble and not the person’s', async () => {
  const stranger = adapter({ TT_SECRET: 'another' });
  await expect(stranger.exchangeLogin({ appId, code: douyin.login('lin'), deviceId: 'd' })).rejects.toEqual(
    refused('platform_unavailable'),
  );
});

test('the phone number that Douyin encrypted to our key is read, once for each code', async () => {
  const proof = { kind: 'code' as const, code: douyin.phone('13800006620') };
  expect(await tt.readPhone({ appId, proof })).toBe('13800006620');
  await expect(tt.readPhone({ appId, proof })).rejects.toEqual(refused('phone_refused'));
});

test.each([
  ['of another app', { appId: 'ttfedcba9876543210' }],
  ['of another country', { countryCode: '1' }],
  ['with one byte changed', { isGarbled: true }],
])('a phone number %s is refused, always with the same error', async (_what, lie) => {
  const error: unknown = await tt
    .readPhone({ appId, proof: { kind: 'code', code: douyin.phone('13800006620', lie) } })
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'phone_refused', details: undefined });
});

test('every number that Douyin may encrypt is read back', async () => {
  const digits = fc.integer({ min: 0, max: 9_999_999_999 }).map((value) => `1${String(value).padStart(10, '0')}`);
  await fc.assert(
    fc.asyncProperty(digits, async (number) => {
      const proof = { kind: 'code' as const, code: douyin.phone(number) };
      expect(await tt.readPhone({ appId, proof })).toBe(number);
    }),
    runs(1000),
  );
});

test.each(['off', 'on'])('what is signed for requestOrder is accepted, quotes %s', async (quotes) => {
  const tradeNo = newTradeNo();
  const intent = await adapter({ TT_QUOTES: quotes }).createPayment(request(tradeNo));
  if (intent.kind !== 'tt') throw new Error(intent.kind);
  expect(intent.byteAuthorization.includes('"')).toBe(quotes === 'on');
  const order = douyin.acceptOrder(intent);
  expect(order).toMatchObject({ tradeNo, fen: 2990, state: 'PROCESS' });
  const byteMore = intent.data.replace('2990', '2991');
  expect(() => douyin.acceptOrder({ ...intent, data: byteMore })).toThrow('11004 signature');
  expect(JSON.parse(intent.data)).toMatchObject({ payNotifyUrl: 'https://shop.example.com/notify/tt' });
});

test('a basket is signed as one entry over the whole amount, however long its name', async () => {
  const lines = [
    { skuId: '11', quantity: 2 },
    { skuId: '12', quantity: 1 },
  ];
  const { order } = await openTrade({ lines, title: '茶'.repeat(200) });
  const [entry] = (JSON.parse(order.data) as { skuList: { price: number; title: string }[] }).skuList;
  expect(entry).toMatchObject({ price: 2990, quantity: 1, skuId: order.tradeNo });
  expect(entry!.title).toBe('茶'.repeat(85));
});

test('signing again gives the same trade, and past its time none at all', async () => {
  const { tradeNo, order } = await openTrade();
  const again = (await tt.createPayment(request(tradeNo))) as TtIntent;
  expect(douyin.acceptOrder(again).orderId).toBe(order.orderId);
  const late = request(newTradeNo(), { expiresAt: clock.now() });
  await expect(tt.createPayment(late)).rejects.toEqual(refused('payment_closed'));
});

test('without a rule group nothing virtual is sold', async () => {
  const bare = adapter({ TT_TAG_GROUP: '' });
  await expect(bare.createPayment(request(newTradeNo()))).rejects.toEqual(refused('platform_unavailable'));
});

test('a trade is absent until the phone opens it, then open, then paid with Douyin’s own number', async () => {
  const never = newTradeNo();
  expect(await tt.queryPayment({ appId, tradeNo: never })).toMatchObject({ state: 'absent', paidFen: null });
  const { tradeNo, order } = await openTrade();
  expect(await tt.queryPayment({ appId, tradeNo })).toMatchObject({ state: 'open', paidFen: null });
  douyin.pay(tradeNo);
  const paid = { tradeNo, state: 'paid', platformTradeNo: order.orderId, paidFen: 2990 };
  expect(await tt.queryPayment({ appId, tradeNo })).toEqual(paid);
});

test('closing tells the truth: open while it can be paid, closed when Douyin says so, paid when it was', async () => {
  const { tradeNo } = await openTrade();
  expect(await tt.closePayment({ appId, tradeNo })).toMatchObject({ state: 'open' });
  douyin.expire(tradeNo);
  expect(await tt.closePayment({ appId, tradeNo })).toMatchObject({ state: 'closed', paidFen: null });
  douyin.pay(tradeNo, { isLate: true });
  expect(await tt.closePayment({ appId, tradeNo })).toMatchObject({ state: 'paid', paidFen: 2990 });
});

const refundOf = (tradeNo: string, refundNo: string, refundFen: number) => ({
  appId,
  tradeNo,
  platformTradeNo: null,
  refundNo,
  refundFen,
  totalFen: 2990,
  reason: '不想要了，'.repeat(20),
});

test('a refund under the same number gives money back once, in parts until nothing is left', async () => {
  const { tradeNo } = await openTrade();
  douyin.pay(tradeNo);
  const first = refundOf(tradeNo, `R1${tradeNo}`, 1000);
  const done = { tradeNo, refundNo: first.refundNo, state: 'succeeded', refundedFen: 1000 };
  expect(await tt.refundPayment(first)).toEqual(done);
  expect(await tt.refundPayment(first)).toEqual(done);
  expect(await tt.queryRefund(first)).toEqual(done);
  await expect(tt.refundPayment(refundOf(tradeNo, `R2${tradeNo}`, 2000))).rejects.toEqual(
    refused('platform_unavailable'),
  );
  expect(await tt.refundPayment(refundOf(tradeNo, `R3${tradeNo}`, 1990))).toMatchObject({ state: 'succeeded' });
  const given = [...douyin.books().refunds.values()].filter((refund) => refund.tradeNo === tradeNo);
  expect(given.reduce((sum, refund) => sum + refund.fen, 0)).toBe(2990);
});

test('a refund that takes its time is processing, and may fail', async () => {
  const { tradeNo } = await openTrade();
  douyin.pay(tradeNo);
  douyin.books().refundPace = 'slow';
  const [good, bad] = [refundOf(tradeNo, `R1${tradeNo}`, 1000), refundOf(tradeNo, `R2${tradeNo}`, 500)];
  expect(await tt.queryRefund(good)).toMatchObject({ state: 'absent' });
  for (const refund of [good, bad]) expect(await tt.refundPayment(refund)).toMatchObject({ state: 'processing' });
  douyin.finishRefund(good.refundNo);
  douyin.finishRefund(bad.refundNo, 'FAIL');
  expect(await tt.queryRefund(good)).toMatchObject({ state: 'succeeded', refundedFen: 1000 });
  expect(await tt.queryRefund(bad)).toMatchObject({ state: 'failed', refundedFen: null });
  douyin.books().refundPace = 'at_once';
});

test('a refund that waits for the merchant’s consent gets it, for the merchant is who asked', async () => {
  const { tradeNo } = await openTrade();
  douyin.pay(tradeNo);
  douyin.books().mustConsent = true;
  const refund = refundOf(tradeNo, `R1${tradeNo}`, 2990);
  await tt.refundPayment(refund);
  douyin.books().mustConsent = false;
  expect(await tt.queryRefund(refund)).toMatchObject({ state: 'succeeded', refundedFen: 2990 });
});

test('a refund whose answer was lost is not made twice', async () => {
  const { tradeNo } = await openTrade();
  douyin.pay(tradeNo);
  const refund = refundOf(tradeNo, `R1${tradeNo}`, 1000);
  for (const operation of ['refund_query', 'order_query', 'refund_create']) {
    douyin.loseAnswer(operation);
    await expect(tt.refundPayment(refund)).rejects.toEqual(refused('platform_unavailable'));
  }
  expect(await tt.refundPayment(refund)).toMatchObject({ state: 'succeeded', refundedFen: 1000 });
  expect([...douyin.books().refunds.values()].filter((known) => known.tradeNo === tradeNo)).toHaveLength(1);
});

test('no money goes back on a trade that was never opened', async () => {
  expect(await tt.refundPayment(refundOf(newTradeNo(), 'R1never000', 1000))).toMatchObject({ state: 'failed' });
});

test('any number of first calls ask for one token, and a token that is over is renewed once', async () => {
  douyin.expireTokens();
  await database.db.query({ text: 'delete from access_tokens', values: [] });
  const fresh = adapter();
  const before = douyin.books().tokenRequests.client;
  const ask = () =>
    Promise.all(Array.from({ length: 50 }, () => fresh.queryPayment({ appId, tradeNo: 'T90000000000' })));
  await ask();
  expect(douyin.books().tokenRequests.client - before).toBe(1);
  douyin.expireTokens();
  await ask();
  expect(douyin.books().tokenRequests.client - before).toBe(2);
});

test('a host that is down, hangs up or says nothing is unavailable', async () => {
  const trade = { appId, tradeNo: newTradeNo() };
  const hasty = adapter({}, 300);
  await hasty.queryPayment(trade);
  for (const fault of ['down', 'lost', 'hanging'] as const) {
    douyin.faults[fault] = 1;
    await expect(hasty.queryPayment(trade)).rejects.toEqual(refused('platform_unavailable'));
  }
  expect(await hasty.queryPayment(trade)).toMatchObject({ state: 'absent' });
});

test('Douyin gives no bill that we know of, and says so', async () => {
  await expect(tt.fetchBill('2026-11-25')).rejects.toEqual(refused('unsupported'));
});
