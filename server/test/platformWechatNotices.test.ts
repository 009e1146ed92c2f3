import { createPublicKey, verify } from 'node:crypto';
import type { PlatformAdapter } from '../src/platform/types';
import { open, readPayNotice, type NoticeKeys } from '../src/platform/wechatPayNotice';
import { request, wechatShop } from './support/standins/wechatShop';
import type { Twist } from './support/standins/wechatNotices';
import vectors from './support/vectors.json';

let shop: Awaited<ReturnType<typeof wechatShop>>;
let weapp: PlatformAdapter;

beforeAll(async () => {
  shop = await wechatShop();
  weapp = shop.adapters().weapp;
});
afterAll(() => shop.close());

const raw = ({ headers, body }: { headers: Record<string, string>; body: string }) => ({
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  body: Buffer.from(body),
  query: {},
});
const read = async (about: Parameters<typeof shop.wechat.notice>[0], twist?: Twist) =>
  weapp.readNotice(raw(shop.wechat.notice(about, twist)));

async function paid(): Promise<{ tradeNo: string }> {
  const order = request(shop.wechat);
  await weapp.createPayment(order);
  shop.wechat.pay(order.tradeNo);
  return { tradeNo: order.tradeNo };
}

test('a payment notice is read, coupon or not: what was paid is the whole amount', async () => {
  const about = await paid();
  const { transactionId } = shop.wechat.trades.find(about.tradeNo);
  expect(await read(about)).toEqual({
    noticeId: `EV-TRANSACTION.SUCCESS-${about.tradeNo}`,
    kind: 'payment',
    report: { tradeNo: about.tradeNo, state: 'paid', platformTradeNo: transactionId, paidFen: 2990 },
  });
});

test('refund notices tell what became of the refund', async () => {
  const { tradeNo } = await paid();
  const ask = {
    appId: shop.wechat.appId,
    tradeNo,
    platformTradeNo: null,
    refundFen: 990,
    totalFen: 2990,
    reason: '退',
  };
  await weapp.refundPayment({ ...ask, refundNo: 'R-notice-1' });
  const succeeded = { tradeNo, refundNo: 'R-notice-1', state: 'succeeded', refundedFen: 990 };
  expect(await read({ refundNo: 'R-notice-1' })).toMatchObject({ kind: 'refund', report: succeeded });
  shop.wechat.trades.settleRefund('R-notice-1', 'CLOSED');
  const failed = { ...succeeded, state: 'failed', refundedFen: null };
  expect(await read({ refundNo: 'R-notice-1' })).toMatchObject({ kind: 'refund', report: failed });
});

const REFUSED: [string, Twist, string][] = [
  ['whose body was changed by one byte', { tamper: true }, 'signature'],
  ["that is WeChat's own probe", { signature: 'probe' }, 'signature'],
  ['that somebody else signed', { signature: 'stranger' }, 'signature'],
  ['under a key that we do not know', { serial: 'PUB_KEY_ID_0000' }, 'serial'],
  ['of six minutes ago', { ageMs: 6 * 60_000 }, 'clock'],
  ['of six minutes from now', { ageMs: -6 * 60_000 }, 'clock'],
  ['of another app', { appId: 'wx0000000000000000' }, 'app_id'],
  ['of another merchant', { mchid: '1900000000' }, 'merchant'],
];
test.each(REFUSED)('a notice %s is refused', async (_what, twist, fault) => {
  await expect(read(await paid(), twist)).rejects.toMatchObject({ code: 'signature_invalid', fault });
});

test('a notice without headers, and one that is signed nonsense, are refused', async () => {
  await expect(
    (async () => weapp.readNotice({ headers: {}, body: Buffer.from('{}'), query: {} }))(),
  ).rejects.toMatchObject({
    fault: 'serial',
  });
  const notice = raw(shop.wechat.notice(await paid()));
  delete (notice.headers as Record<string, string>)['wechatpay-timestamp'];
  await expect((async () => weapp.readNotice(notice))()).rejects.toMatchObject({ fault: 'signature' });
});

describe("the vendor's own examples", () => {
  const vector = vectors.wechatpay_notify;
  const keys = (at: string): NoticeKeys => ({
    appId: 'wx',
    mchid: '1',
    serial: vector.headers['Wechatpay-Serial'],
    publicKey: createPublicKey(vector.certificatePem),
    apiV3Key: vector.apiv3Key,
    now: () => new Date(at),
  });
  const notice = raw({ headers: vector.headers, body: vector.body });
  const SENT = '2021-06-24T08:37:26Z';

  test('a notice of 2021 is believed in 2021 and not today', () => {
    expect(readPayNotice(keys(SENT), notice)).toEqual({
      noticeId: '3119dfba-e649-5eec-ab1e-3412bc4d2e17',
      kind: 'other',
      topic: 'PAYSCORE.USER_OPEN_SERVICE',
    });
    expect(() => readPayNotice(keys('2026-11-26T00:00:00Z'), notice)).toThrow(
      expect.objectContaining({ fault: 'clock' }),
    );
    const changed = { ...notice, body: Buffer.from(vector.body.replace('签约成功', '签约成攻')) };
    expect(() => readPayNotice(keys(SENT), changed)).toThrow(expect.objectContaining({ fault: 'signature' }));
  });

  test("the notice's secret part opens", () => {
    const { resource } = JSON.parse(vector.body);
    expect(JSON.parse(open(resource, vector.apiv3Key))).toMatchObject({ mchid: expect.any(String) });
    expect(() => open({ ...resource, associated_data: 'other' }, vector.apiv3Key)).toThrow(
      expect.objectContaining({ fault: 'malformed' }),
    );
  });

  test('the sealed text of the example opens', () => {
    const { key, nonce, aad, ciphertext, plaintext } = vectors.wechatpay_gcm;
    expect(open({ ciphertext, nonce, associated_data: aad }, key)).toBe(plaintext);
  });

  test("the example's signature verifies, for its own text only", () => {
    const { message, signature } = vectors.wechatpay_sign;
    const key = createPublicKey(vector.certificatePem);
    const isGood = (text: string) => verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(signature, 'base64'));
    expect([isGood(message), isGood(`${message} `)]).toEqual([true, false]);
  });
});
