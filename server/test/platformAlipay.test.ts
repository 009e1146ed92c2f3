import { createAlipay } from '../src/platform/alipay';
import { readPlatformConfigs } from '../src/platform/config';
import type { PaymentRequest, PlatformAdapter } from '../src/platform/types';
import { openAlipay, type AlipayStandIn } from './support/standins/alipay';
import vectors from './support/vectors.json';

let alipay: AlipayStandIn;
let adapter: PlatformAdapter;
let at: Date;
let numbers = 0;

beforeAll(async () => {
  alipay = await openAlipay();
  adapter = adapterOf(alipay);
});
beforeEach(() => {
  at = new Date();
});
afterAll(() => alipay.close());

function adapterOf(standIn: AlipayStandIn, timeoutMs?: number, changed: Record<string, string> = {}): PlatformAdapter {
  const { configs, faults } = readPlatformConfigs({ ...standIn.config, ...changed });
  if (!configs.alipay) throw new Error(JSON.stringify(faults));
  return createAlipay(configs.alipay, { now: () => at, publicUrl: 'https://shop.example' }, timeoutMs);
}

const trade = (tradeNo: string) => ({ appId: alipay.appId, tradeNo });
const newTrade = () => `T${Date.now()}${String(++numbers).padStart(4, '0')}`;
const request = (tradeNo: string, changed: Partial<PaymentRequest> = {}): PaymentRequest => ({
  ...{ appId: alipay.appId, openId: alipay.person('lin').openId, tradeNo, amountFen: 8888, title: '柿子 5 斤' },
  ...{ expiresAt: new Date(at.getTime() + 30 * 60_000), ip: '127.0.0.1', lines: [{ skuId: '1', quantity: 1 }] },
  ...changed,
});
async function paidTrade(amountFen = 8888): Promise<string> {
  const tradeNo = newTrade();
  await adapter.createPayment(request(tradeNo, { amountFen }));
  alipay.pay(tradeNo);
  return tradeNo;
}
const refund = (tradeNo: string, refundNo: string, refundFen: number, totalFen = 8888) => ({
  ...{ ...trade(tradeNo), platformTradeNo: null, refundNo, refundFen, totalFen, reason: '不想要了' },
});

describe('login', () => {
  const login = (code: string, to = adapter) => to.exchangeLogin({ appId: alipay.appId, code, deviceId: 'd' });

  test('a code stands for the open id, the same person again with another code', async () => {
    const { openId, unionId } = alipay.person('xia');
    expect(await login('xia.1')).toEqual({ openId, unionId });
    expect(await login('xia.2')).toEqual({ openId, unionId });
  });

  test('an app of the older kind knows its people by user id', async () => {
    const older = await openAlipay({ identity: 'user_id' });
    expect(await login('xia', adapterOf(older))).toEqual({ openId: older.person('xia').userId, unionId: null });
    await expect(login('yu', adapterOf(older, undefined, { ALIPAY_IDENTITY: 'open_id' }))).rejects.toMatchObject({
      code: 'platform_unavailable',
    });
    await older.close();
  });

  test.each(['expired', 'xia.used', '<nonsense>'])('%s logs nobody in', async (code) => {
    await login('xia.used').catch(() => undefined);
    await expect(login(code)).rejects.toMatchObject({ code: 'login_failed' });
  });

  test('a refusal of a code that nobody signed is a refusal still', async () => {
    alipay.misbehave('unsigned');
    await expect(login('expired')).rejects.toMatchObject({ code: 'login_failed' });
  });

  test('another app than ours logs nobody in', async () => {
    const other = adapter.exchangeLogin({ appId: '2021009999999999', code: 'xia.9', deviceId: 'd' });
    await expect(other).rejects.toMatchObject({ code: 'login_failed' });
  });

  test.each(['down', 'drop', 'busy', 'badSign', 'unsigned', 'forged', 'html'] as const)(
    'an answer that is %s logs nobody in, and may be asked for again',
    async (fault) => {
      alipay.misbehave(fault);
      await expect(login(`hang.${fault}`)).rejects.toMatchObject({ code: 'platform_unavailable' });
    },
  );

  test('an answer that never comes is given up', async () => {
    alipay.misbehave('hang');
    await expect(login('xia.slow', adapterOf(alipay, 100))).rejects.toMatchObject({ code: 'platform_unavailable' });
  });

  test('keys that are not the app’s are a fault of ours, not of the shopper’s', async () => {
    const other = await openAlipay();
    const stranger = adapterOf(alipay, undefined, { ALIPAY_PRIVATE_KEY: other.config.ALIPAY_PRIVATE_KEY });
    const { code, cause } = await login('xia.3', stranger).catch((error) => error);
    expect(code).toBe('platform_unavailable');
    expect(String(cause)).toContain('isv.invalid-signature');
    await other.close();
  });
});

describe('phone', () => {
  const read = (data: string, sign: string) =>
    adapter.readPhone({ appId: alipay.appId, proof: { kind: 'sealed', data, sign } });

  test('the sealed number is opened', async () => {
    const { data, sign } = alipay.phone('13800006620');
    expect(await read(data, sign)).toBe('13800006620');
  });

  test('a number that Alipay did not sign, or signed for another text, is refused', async () => {
    const { data, sign } = alipay.phone('13800006620');
    const other = alipay.phone('13900006621');
    await expect(read(data, other.sign)).rejects.toMatchObject({ code: 'phone_refused' });
    await expect(read(other.data, sign)).rejects.toMatchObject({ code: 'phone_refused' });
    await expect(read(data, '')).rejects.toMatchObject({ code: 'phone_refused' });
  });

  test.each([{ code: '40001', subCode: 'isv.missing-encrypt-key' }, { code: '40003', msg: 'Insufficient' }, {}])(
    'a refusal is refused, sealed or in the clear: %j',
    async (content) => {
      const { data, sign } = alipay.phone(content);
      await expect(read(data, sign)).rejects.toMatchObject({ code: 'phone_refused' });
      await expect(read(JSON.stringify(content), sign)).rejects.toMatchObject({ code: 'phone_refused' });
    },
  );

  test('the content key of the vendor’s own tests opens what was sealed with it, and no other', async () => {
    const { data, sign } = alipay.phone('13800006620');
    const other = adapterOf(alipay, undefined, { ALIPAY_AES_KEY: vectors.alipay_aes.key_base64 });
    const proof = { kind: 'sealed', data, sign } as const;
    await expect(other.readPhone({ appId: alipay.appId, proof })).rejects.toMatchObject({ code: 'phone_refused' });
  });
});

describe('trades', () => {
  test('a trade is made with our number, yuan, Beijing’s time and a subject Alipay takes', async () => {
    const tradeNo = newTrade();
    at = new Date('2026-11-25T16:30:00Z');
    const intent = await adapter.createPayment(
      request(tradeNo, { amountFen: 10, title: '茶/酒=5&6, "新"', expiresAt: new Date('2026-12-31T16:00:00Z') }),
    );
    const made = alipay.books().trades.find((one) => one.outTradeNo === tradeNo)!;
    expect(intent).toEqual({ kind: 'alipay', tradeNO: made.tradeNo });
    expect(made).toMatchObject({ cents: 10, subject: '茶 酒 5 6 新', notifyUrl: 'https://shop.example/notify/alipay' });
    expect(alipay.calls.at(-1)).toMatchObject({
      top: { timestamp: '2026-11-26 00:30:00' },
      biz: {
        total_amount: '0.10',
        time_expire: '2027-01-01 00:00:00',
        op_app_id: alipay.appId,
        product_code: 'JSAPI_PAY',
      },
    });
  });

  test('the same number again is the same trade, also when the first answer was lost', async () => {
    const tradeNo = newTrade();
    alipay.misbehave('lose');
    await expect(adapter.createPayment(request(tradeNo))).rejects.toMatchObject({ code: 'platform_unavailable' });
    const [first, second] = [
      await adapter.createPayment(request(tradeNo)),
      await adapter.createPayment(request(tradeNo)),
    ];
    expect(second).toEqual(first);
    expect(alipay.books().trades.filter((one) => one.outTradeNo === tradeNo)).toHaveLength(1);
  });

  test('a number that is paid, closed, or was made with another amount can no longer be paid', async () => {
    const closed = newTrade();
    await adapter.createPayment(request(closed));
    await expect(adapter.createPayment(request(closed, { amountFen: 1 }))).rejects.toMatchObject({
      code: 'payment_closed',
    });
    await adapter.closePayment(trade(closed));
    for (const tradeNo of [closed, await paidTrade()]) {
      await expect(adapter.createPayment(request(tradeNo))).rejects.toMatchObject({ code: 'payment_closed' });
    }
  });

  test('a trade is absent, open, paid, and stays paid when it is finished', async () => {
    const tradeNo = newTrade();
    const none = { tradeNo, state: 'absent', platformTradeNo: null, paidFen: null };
    expect(await adapter.queryPayment(trade(tradeNo))).toEqual(none);
    await adapter.createPayment(request(tradeNo, { amountFen: 1 }));
    const platformTradeNo = alipay.books().trades.at(-1)!.tradeNo;
    expect(await adapter.queryPayment(trade(tradeNo))).toEqual({ ...none, state: 'open', platformTradeNo });
    alipay.pay(tradeNo);
    const paid = { ...none, state: 'paid', platformTradeNo, paidFen: 1 };
    expect(await adapter.queryPayment(trade(tradeNo))).toEqual(paid);
    alipay.finish(tradeNo);
    expect(await adapter.queryPayment(trade(tradeNo))).toEqual(paid);
  });

  test('a trade that ran out is closed, one that was given back in full is paid', async () => {
    const tradeNo = newTrade();
    await adapter.createPayment(request(tradeNo, { expiresAt: new Date(at.getTime() - 60_000) }));
    expect(await adapter.queryPayment(trade(tradeNo))).toMatchObject({ state: 'closed', paidFen: null });
    const paid = await paidTrade();
    await adapter.refundPayment(refund(paid, `R${paid}`, 8888));
    expect(alipay.books().trades.at(-1)).toMatchObject({ status: 'TRADE_CLOSED' });
    expect(await adapter.queryPayment(trade(paid))).toMatchObject({ state: 'paid', paidFen: 8888 });
  });

  test.each(['badSign', 'unsigned', 'forged', 'twice', 'down', 'lose', 'busy'] as const)(
    'no state follows from an answer that is %s',
    async (fault) => {
      const tradeNo = newTrade();
      await adapter.createPayment(request(tradeNo));
      for (const ask of [adapter.queryPayment, adapter.closePayment]) {
        alipay.misbehave(fault);
        await expect(ask(trade(tradeNo))).rejects.toMatchObject({ code: 'platform_unavailable' });
      }
      alipay.misbehave(fault);
      await expect(adapter.queryPayment(trade('T0000000000'))).rejects.toMatchObject({ code: 'platform_unavailable' });
    },
  );

  test('an answer whose signature comes first is read as well', async () => {
    const tradeNo = await paidTrade();
    alipay.misbehave('signFirst');
    expect(await adapter.queryPayment(trade(tradeNo))).toMatchObject({ state: 'paid' });
  });

  test('closing closes an open trade, counts an absent one as closed, and says when one was paid before', async () => {
    const open = newTrade();
    await adapter.createPayment(request(open));
    expect(await adapter.closePayment(trade(open))).toMatchObject({ state: 'closed', paidFen: null });
    expect(await adapter.closePayment(trade(open))).toMatchObject({ state: 'closed' });
    expect(() => alipay.pay(open)).toThrow('cannot be paid');
    expect(await adapter.closePayment(trade(newTrade()))).toMatchObject({ state: 'closed', platformTradeNo: null });
    expect(await adapter.closePayment(trade(await paidTrade(20)))).toMatchObject({ state: 'paid', paidFen: 20 });
  });
});
