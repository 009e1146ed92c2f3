import { createAlipay } from '../src/platform/alipay';
import { readPlatformConfigs } from '../src/platform/config';
import type { PlatformAdapter } from '../src/platform/types';
import { openAlipay, type AlipayStandIn } from './support/standins/alipay';

let alipay: AlipayStandIn;
let adapter: PlatformAdapter;
let shift = 0;
let numbers = 0;
const now = () => new Date(Date.now() + shift);
const DAY_MS = 86_400_000;

const open = async () => {
  shift = 0;
  alipay = await openAlipay();
  const { configs } = readPlatformConfigs(alipay.config);
  adapter = createAlipay(configs.alipay!, { now, publicUrl: 'https://shop.example' });
};

async function paidTrade(amountFen: number, title = '柿子'): Promise<string> {
  const tradeNo = `T20261125${String(++numbers).padStart(6, '0')}`;
  await adapter.createPayment({
    ...{ appId: alipay.appId, openId: alipay.person('lin').openId, tradeNo, amountFen, title },
    ...{ expiresAt: new Date(now().getTime() + 30 * 60_000), ip: '127.0.0.1', lines: [] },
  });
  alipay.pay(tradeNo);
  return tradeNo;
}
const give = (tradeNo: string, refundNo: string, refundFen: number, totalFen = 1000) =>
  adapter.refundPayment({
    ...{ appId: alipay.appId, tradeNo, platformTradeNo: null, refundNo, refundFen, totalFen, reason: '不想要了' },
  });
const ask = (tradeNo: string, refundNo: string) => adapter.queryRefund({ appId: alipay.appId, tradeNo, refundNo });
const given = (tradeNo: string) =>
  alipay
    .books()
    .refunds.filter((one) => one.outTradeNo === tradeNo)
    .map(({ cents }) => cents);

describe('refunds', () => {
  beforeAll(open);
  beforeEach(() => alipay.settleRefunds());
  afterAll(() => alipay.close());

  test('parts go back one by one, each with its own amount, and no more than was paid', async () => {
    const tradeNo = await paidTrade(1000);
    expect(await give(tradeNo, 'R000001', 300)).toEqual({
      tradeNo,
      refundNo: 'R000001',
      state: 'succeeded',
      refundedFen: 300,
    });
    expect(await give(tradeNo, 'R000002', 650)).toMatchObject({ state: 'succeeded', refundedFen: 650 });
    expect(await give(tradeNo, 'R000003', 51)).toMatchObject({ state: 'failed', refundedFen: null });
    expect(await give(tradeNo, 'R000004', 50)).toMatchObject({ state: 'succeeded', refundedFen: 50 });
    expect(given(tradeNo)).toEqual([300, 650, 50]);
  });

  test('the same number again gives nothing more and tells what the first one gave', async () => {
    const tradeNo = await paidTrade(1000);
    alipay.misbehave('lose');
    await expect(give(tradeNo, 'R000001', 1000)).rejects.toMatchObject({ code: 'platform_unavailable' });
    expect(await give(tradeNo, 'R000001', 1000)).toMatchObject({ state: 'succeeded', refundedFen: 1000 });
    expect(await give(tradeNo, 'R000001', 1000)).toMatchObject({ state: 'succeeded', refundedFen: 1000 });
    expect(given(tradeNo)).toEqual([1000]);
  });

  test('the same number with another amount gives nothing, and tells what the first one gave', async () => {
    const tradeNo = await paidTrade(1000);
    await give(tradeNo, 'R000001', 300);
    expect(await give(tradeNo, 'R000001', 400)).toMatchObject({ state: 'succeeded', refundedFen: 300 });
    expect(given(tradeNo)).toEqual([300]);
  });

  test('an accepted refund is no refund until Alipay says so', async () => {
    const tradeNo = await paidTrade(1000);
    alipay.holdRefunds();
    expect(await give(tradeNo, 'R000001', 300)).toMatchObject({ state: 'processing', refundedFen: null });
    expect(await ask(tradeNo, 'R000001')).toMatchObject({ state: 'processing', refundedFen: null });
    alipay.settleRefunds();
    expect(await ask(tradeNo, 'R000001')).toMatchObject({ state: 'succeeded', refundedFen: 300 });
  });

  test('a refund that was never asked for is absent, of an unknown trade too', async () => {
    const tradeNo = await paidTrade(1000);
    expect(await ask(tradeNo, 'R000009')).toEqual({ tradeNo, refundNo: 'R000009', state: 'absent', refundedFen: null });
    expect(await ask('T000000', 'R000009')).toMatchObject({ state: 'absent' });
  });

  test('nothing comes back of a trade that is unknown, or finished', async () => {
    expect(await give('T000000', 'R000001', 1)).toMatchObject({ state: 'failed' });
    const tradeNo = await paidTrade(1000);
    alipay.finish(tradeNo);
    expect(await give(tradeNo, 'R000001', 1)).toMatchObject({ state: 'failed' });
  });

  test.each(['down', 'busy', 'badSign', 'unsigned', 'forged', 'twice', 'html'] as const)(
    'an answer that is %s is neither a refund nor a failure',
    async (fault) => {
      const tradeNo = await paidTrade(1000);
      alipay.holdRefunds();
      alipay.misbehave(fault, 'alipay.trade.refund');
      await expect(give(tradeNo, 'R000001', 300)).rejects.toMatchObject({ code: 'platform_unavailable' });
      alipay.misbehave(fault, 'alipay.trade.fastpay.refund.query');
      await expect(ask(tradeNo, 'R000001')).rejects.toMatchObject({ code: 'platform_unavailable' });
    },
  );
});

const beijingDay = () => new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('bills', () => {
  beforeEach(open);
  afterEach(() => alipay.close());

  test('a day’s bill has every payment and every refund, in fen, once the day is over', async () => {
    const day = beijingDay();
    const first = await paidTrade(1010, '茶, "新" 一两');
    const second = await paidTrade(9);
    await give(first, 'R000001', 310, 1010);
    expect(await adapter.fetchBill(day)).toBeNull();
    alipay.advance(DAY_MS);
    const bill = await adapter.fetchBill(day);
    expect(bill).toHaveLength(3);
    expect(bill).toEqual(
      expect.arrayContaining([
        { kind: 'payment', tradeNo: first, refundNo: null, fen: 1010 },
        { kind: 'refund', tradeNo: first, refundNo: 'R000001', fen: 310 },
        { kind: 'payment', tradeNo: second, refundNo: null, fen: 9 },
      ]),
    );
  });

  test('no file after one more day means that nothing happened', async () => {
    const day = beijingDay();
    expect(await adapter.fetchBill(day)).toBeNull();
    shift = 2 * DAY_MS;
    expect(await adapter.fetchBill(day)).toEqual([]);
  });

  test('a bill with a line that cannot be read is no bill', async () => {
    const day = beijingDay();
    await paidTrade(1000);
    alipay.editBill((rows) => rows.map((row) => ({ ...row, yuan: '十元' })));
    alipay.advance(DAY_MS);
    await expect(adapter.fetchBill(day)).rejects.toMatchObject({ code: 'platform_unavailable' });
  });
});
