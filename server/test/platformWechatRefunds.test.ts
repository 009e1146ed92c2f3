import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import type { PlatformAdapter, RefundRequest } from '../src/platform/types';
import { readTradeBill } from '../src/platform/wechatPayBill';
import { request, wechatShop } from './support/standins/wechatShop';

let shop: Awaited<ReturnType<typeof wechatShop>>;
let weapp: PlatformAdapter;
let h5: PlatformAdapter;
let refunds = 0;

beforeAll(async () => {
  shop = await wechatShop();
  ({ weapp, h5 } = shop.adapters());
});
beforeEach(() => {
  shop.wechat.trades.refundMode = 'at_once';
});
afterAll(() => shop.close());

async function paid(adapter = weapp, changes: Parameters<typeof request>[1] = {}) {
  const order = request(shop.wechat, { expiresAt: new Date(shop.now().getTime() + 30 * 60_000), ...changes });
  await adapter.createPayment(order);
  shop.wechat.pay(order.tradeNo);
  return order;
}
const refund = (order: { appId: string; tradeNo: string }, changes: Partial<RefundRequest> = {}): RefundRequest => ({
  appId: order.appId,
  tradeNo: order.tradeNo,
  platformTradeNo: null,
  refundNo: `R${String(++refunds).padStart(8, '0')}`,
  refundFen: 990,
  totalFen: 2990,
  reason: '少了一件',
  ...changes,
});
const booked = (tradeNo: string) => shop.wechat.books().refunds.filter((row) => row.tradeNo === tradeNo);

test('acceptance is not success: a refund is processing until WeChat Pay says that it is done', async () => {
  shop.wechat.trades.refundMode = 'by_hand';
  const ask = refund(await paid());
  const processing = { tradeNo: ask.tradeNo, refundNo: ask.refundNo, state: 'processing', refundedFen: null };
  expect(await weapp.refundPayment(ask)).toEqual(processing);
  expect(await weapp.queryRefund(ask)).toEqual(processing);
  shop.wechat.trades.settleRefund(ask.refundNo, 'SUCCESS');
  expect(await weapp.queryRefund(ask)).toEqual({ ...processing, state: 'succeeded', refundedFen: 990 });
});

test('a closed refund has failed; one whose bank card is gone waits for the merchant', async () => {
  shop.wechat.trades.refundMode = 'by_hand';
  const ask = refund(await paid());
  await weapp.refundPayment(ask);
  shop.wechat.trades.settleRefund(ask.refundNo, 'ABNORMAL');
  expect(await weapp.queryRefund(ask)).toMatchObject({ state: 'processing' });
  shop.wechat.trades.settleRefund(ask.refundNo, 'CLOSED');
  expect(await weapp.queryRefund(ask)).toMatchObject({ state: 'failed', refundedFen: null });
});

test('the same refund number never refunds twice, not even when its answer was lost', async () => {
  const order = await paid();
  const ask = refund(order);
  shop.wechat.misbehave('/v3/refund/domestic/refunds', 'lost');
  await expect(weapp.refundPayment(ask)).rejects.toMatchObject({ code: 'platform_unavailable' });
  await weapp.refundPayment(ask);
  await weapp.refundPayment(ask);
  expect(booked(order.tradeNo)).toMatchObject([{ fen: 990 }]);
});

test('more than was paid is never refunded, and that refund has failed', async () => {
  const order = await paid();
  await weapp.refundPayment(refund(order, { refundFen: 2000 }));
  const over = refund(order, { refundFen: 1000 });
  expect(await weapp.refundPayment(over)).toMatchObject({ state: 'failed', refundedFen: null });
  expect(booked(order.tradeNo)).toHaveLength(1);
});

test('a number that has refunded is answered with what it did, whatever else it is asked for', async () => {
  const ask = refund(await paid());
  await weapp.refundPayment(ask);
  expect(await weapp.refundPayment({ ...ask, refundFen: 500 })).toMatchObject({ state: 'succeeded', refundedFen: 990 });
});

test('a refund that only lacks money today is asked for again, and an unknown one is unheard of', async () => {
  const order = await paid();
  const ask = refund(order);
  shop.wechat.misbehave('/v3/refund/domestic/refunds', { status: 403, code: 'NOT_ENOUGH' });
  await expect(weapp.refundPayment(ask)).rejects.toMatchObject({ code: 'platform_unavailable', reason: 'NOT_ENOUGH' });
  expect(await weapp.queryRefund(ask)).toMatchObject({ state: 'absent' });
  expect(await weapp.refundPayment(ask)).toMatchObject({ state: 'processing' });
});

describe('the bill of a day', () => {
  const MORNING = '2026-11-25T02:00:01Z';
  const turnTo = (instant: string) => shop.advance(Date.parse(instant) - shop.now().getTime());
  const byNo = (lines: { tradeNo: string }[] | null) =>
    [...lines!].sort((left, right) => left.tradeNo.localeCompare(right.tradeNo));

  test('holds the payments and refunds of its own app and kind, in fen, commas in a title or not', async () => {
    turnTo('2026-11-24T08:00:00Z');
    const whole = await paid(weapp, { amountFen: 100_005, title: '茶具,`六件`, 一套' });
    const part = await paid();
    const page = await paid(h5, { appId: 'h5', openId: null, amountFen: 7 });
    const ask = refund(part);
    await weapp.refundPayment(ask);
    await weapp.queryRefund(ask);
    turnTo(MORNING);
    expect(byNo(await weapp.fetchBill('2026-11-24'))).toEqual([
      { kind: 'payment', tradeNo: whole.tradeNo, refundNo: null, fen: 100_005 },
      { kind: 'payment', tradeNo: part.tradeNo, refundNo: null, fen: 2990 },
      { kind: 'refund', tradeNo: part.tradeNo, refundNo: ask.refundNo, fen: 990 },
    ]);
    expect(await h5.fetchBill('2026-11-24')).toEqual([
      { kind: 'payment', tradeNo: page.tradeNo, refundNo: null, fen: 7 },
    ]);
  });

  test("is Beijing's day", async () => {
    turnTo('2026-11-23T15:59:59Z');
    const late = await paid();
    turnTo(MORNING);
    expect(await weapp.fetchBill('2026-11-23')).toMatchObject([{ tradeNo: late.tradeNo }]);
  });

  test('is null while it is being made, and empty only once it would be there', async () => {
    turnTo(MORNING);
    shop.wechat.payDesk.bills = 'pending';
    expect(await weapp.fetchBill('2026-11-24')).toBeNull();
    shop.wechat.payDesk.bills = 'ready';
    expect(await weapp.fetchBill('2026-11-01')).toEqual([]);
    turnTo('2026-11-25T01:59:59Z');
    expect(await weapp.fetchBill('2026-10-24')).toEqual([]);
    turnTo('2026-10-25T01:59:59Z');
    expect(await weapp.fetchBill('2026-10-24')).toBeNull();
  });

  test('is no bill when the file is not the one whose hash was told, or a column is gone', async () => {
    turnTo('2026-11-22T08:00:00Z');
    await paid();
    turnTo(MORNING);
    shop.wechat.payDesk.spoilFiles = true;
    await expect(weapp.fetchBill('2026-11-22')).rejects.toMatchObject({ reason: 'hash mismatch' });
    shop.wechat.payDesk.spoilFiles = false;
    shop.wechat.payDesk.twistBill = (csv) => csv.replace('订单金额,申请退款金额', '金额,申请退款金额');
    await expect(weapp.fetchBill('2026-11-22')).rejects.toMatchObject({ reason: 'no column 订单金额' });
    shop.wechat.payDesk.twistBill = (csv) => csv;
  });

  test('reads every amount exactly', () => {
    const owner = { appId: 'wx1', tradeType: 'JSAPI' } as const;
    const header = '公众账号ID,商户订单号,交易类型,交易状态,商户退款单号,商品名称,订单金额,申请退款金额';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), (fen) => {
        const text = `${String(fen).padStart(3, '0')}`;
        const yuan = `${text.slice(0, -2)}.${text.slice(-2)}`;
        const row = ['wx1', 'T1', 'JSAPI', 'SUCCESS', '0', '脐橙', yuan, '0.00'].map((cell) => `\`${cell}`).join(',');
        expect(readTradeBill(`${header}\r\n${row}\r\n`, owner)[0]!.fen).toBe(fen);
      }),
      runs(2_000),
    );
  });
});
