import { createHmac } from 'node:crypto';
import Fastify from 'fastify';
import { sql, type Observer } from '../src/db/db';
import { forgetNotices } from '../src/payments/noteNotice';
import { registerNotices } from '../src/payments/notify';
import { MODERATION_VERDICT } from '../src/payments/topics';
import { fakeNotice, type FakeLie } from '../src/platform/fakeNotices';
import { NoticeRefused, type Notice, type TradeReport } from '../src/platform/types';
import { employee } from './support/employees';
import { openPayment, placeOrder, stockOf } from './support/fixtures';
import { moneyShop, newSku } from './support/moneyShop';
import type { Shopper, TestApp } from './support/testApp';

/** Dies after the nth statement from now on. */
const crash = { at: 0, seen: 0 };
const observer: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen === crash.at) throw new Error(`crashed after statement ${crash.at}`);
  },
};

let shop: TestApp;
let shopper: Shopper;
let skuId: string;
let orderId: string;
let report: TradeReport;
beforeAll(async () => {
  shop = await moneyShop(observer);
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  skuId = await newSku(shop);
  orderId = (await placeOrder(shopper, [{ skuId, quantity: 2 }])).id;
  const { tradeNo, amountFen } = await openPayment(shopper, orderId);
  report = { tradeNo, state: 'paid', platformTradeNo: `F${tradeNo}`, paidFen: amountFen };
  await shop.ctx.db.query(sql`delete from payment_notices`);
  await shop.ctx.db.query(sql`delete from notice_counts`);
});

async function notify(lie: FakeLie = {}, platform = 'h5', said = report): Promise<number> {
  const { headers, body } = fakeNotice(shop.ctx.env.fakeSecret, said, lie);
  return (await shop.app.inject({ method: 'POST', url: `/notify/${platform}`, headers, payload: body })).statusCode;
}
const order = async () => (await shopper.get(`/api/orders/${orderId}`)).body;
const rows = () =>
  shop.ctx.db.query<{ outcome: string; reason: string | null; trade_no: string | null }>(
    sql`select outcome, reason, trade_no from payment_notices order by notice_key`,
  );

test('a callback that pays is on record with its trade and the hash of its body', async () => {
  expect(await notify({ appId: 'h5' })).toBe(200);
  expect(await order()).toMatchObject({ state: 'paid' });
  expect(await rows()).toEqual([{ outcome: 'applied', reason: null, trade_no: report.tradeNo }]);
  const [row] = await shop.ctx.db.query<{ body_hash: string }>(sql`select body_hash from payment_notices`);
  expect(row!.body_hash).toMatch(/^[\w-]{43}$/);
});

test('a callback whose id has been said changes nothing, whatever it says now, and is on record as repeated', async () => {
  const other = { ...report, tradeNo: 'T1' };
  expect(await notify({ noticeId: 'N-once' }, 'h5', other)).toBe(200);
  expect(await notify({ noticeId: 'N-once' })).toBe(200);
  expect(await order()).toMatchObject({ state: 'unpaid' });
  expect(await rows()).toEqual([
    { outcome: 'ignored', reason: 'unknown_trade', trade_no: 'T1' },
    { outcome: 'repeated', reason: 'notice_id', trade_no: null },
  ]);
});

test('another callback about money that is settled changes nothing', async () => {
  await notify({ noticeId: 'N-first' });
  await notify({ noticeId: 'N-second' });
  expect(await order()).toMatchObject({ state: 'paid', paymentState: 'paid' });
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 8, reserved: 0 });
  expect(await rows()).toMatchObject([{ outcome: 'applied' }, { outcome: 'ignored', reason: 'nothing_new' }]);
});

test.each<[string, FakeLie, string, object]>([
  ['a wrong amount', { fen: 1 }, 'h5', { outcome: 'ignored', reason: 'amount_mismatch' }],
  ['another app', { appId: 'other' }, 'h5', { outcome: 'ignored', reason: 'app_id' }],
  ['another super-app', {}, 'alipay', { outcome: 'ignored', reason: 'platform' }],
  ['a forged signature', { forged: true }, 'h5', { outcome: 'refused', reason: 'signature' }],
])('a callback of %s changes nothing and is on record with its reason', async (_, lie, platform, row) => {
  expect(await notify(lie, platform)).toBe(lie.forged ? 401 : 200);
  expect(await order()).toMatchObject({ state: 'unpaid' });
  expect(await rows()).toMatchObject([row]);
  // and does not keep the right one from paying
  expect(await notify()).toBe(200);
  expect(await order()).toMatchObject({ state: 'paid' });
});

test('a body that is no JSON, or not of this kind, is refused as malformed', async () => {
  for (const text of ['{', '{"kind":"payment"}', '[]']) {
    const { headers } = fakeNotice(shop.ctx.env.fakeSecret, report);
    const signature = createHmac('sha256', shop.ctx.env.fakeSecret).update(text).digest('hex');
    const answer = await shop.app.inject({
      method: 'POST',
      url: '/notify/h5',
      headers: { ...headers, 'x-fake-signature': signature },
      payload: text,
    });
    expect(answer.statusCode).toBe(401);
  }
  expect(await rows()).toMatchObject(Array(3).fill({ outcome: 'refused', reason: 'malformed' }));
});

test('a flood of forged callbacks is counted in full and written down a hundred times', async () => {
  for (let nth = 0; nth < 130; nth++) await notify({ forged: true, noticeId: `N-${nth}` });
  expect(await rows()).toHaveLength(100);
  const counts = await shop.ctx.db.query<{ count: number }>(
    sql`select sum(count)::int as count from notice_counts where outcome = 'refused'`,
  );
  expect(counts).toEqual([{ count: 130 }]);
});

test('the console lists the callbacks that were refused, page by page, and no others', async () => {
  await notify();
  for (let nth = 0; nth < 3; nth++) await notify({ forged: true });
  const { send } = await employee(shop, 'operator');
  const { body: page } = await send('GET', '/admin/payment-notices?limit=2');
  expect(page.items).toMatchObject(Array(2).fill({ outcome: 'refused', reason: 'signature', noticeId: null }));
  const { body: rest } = await send('GET', `/admin/payment-notices?limit=2&cursor=${page.nextCursor}`);
  expect(rest).toMatchObject({ items: [{ outcome: 'refused' }], nextCursor: null });
});

test('the platform hears OK only when what it said is stored', async () => {
  let crashes = 0;
  for (let at = 1; ; at++) {
    crash.seen = 0;
    crash.at = at;
    const status = await notify();
    crash.at = 0;
    const hasPaid = (await order()).state === 'paid';
    if (status === 200) {
      expect(hasPaid).toBe(true);
      break;
    }
    crashes += 1;
  }
  expect(crashes).toBeGreaterThan(8);
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 8, reserved: 0 });
});

test('twenty deliveries of one callback at once pay once, and nineteen are repeated', async () => {
  await Promise.all(Array.from({ length: 20 }, () => notify()));
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 8, reserved: 0 });
  const outcomes = (await rows()).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(19);
});

test('after three months the refused ones are forgotten, the others are not', async () => {
  await notify();
  await notify({ forged: true });
  shop.advance(91 * 86_400_000);
  await forgetNotices(shop.ctx);
  expect(await rows()).toMatchObject([{ outcome: 'applied' }]);
});

describe('message push', () => {
  const verdict: Notice = {
    noticeId: 'M1',
    kind: 'moderation',
    traceId: 'trace-1',
    verdict: { suggestion: 'risky', label: '20001' },
  };

  /** The shop with a super-app that pushes messages, and perhaps somebody who waits for them. */
  async function pushing(topics: string[]) {
    const app = Fastify();
    const weapp = {
      ...shop.ctx.platforms.weapp,
      messages: {
        echo: ({ signature, echostr }: Record<string, string | undefined>) => (signature === 'right' ? echostr! : null),
        read: ({ body }: { body: Buffer }) => {
          if (body.toString() !== 'verdict') throw new NoticeRefused('signature');
          return verdict;
        },
        answer: { contentType: 'text/plain', body: 'success' },
      },
    };
    registerNotices(app, { ...shop.ctx, platforms: { ...shop.ctx.platforms, weapp } }, topics);
    app.setErrorHandler((error: { status?: number }, _request, reply) => reply.code(error.status ?? 500).send({}));
    await app.ready();
    return app;
  }
  const push = { method: 'POST', url: '/notify/weapp/messages', payload: 'verdict' } as const;
  const headers = { 'content-type': 'text/xml' };
  const waiting = () =>
    shop.ctx.db.query<{ payload: object }>(sql`select payload from outbox where topic = ${MODERATION_VERDICT}`);

  test('the check of its address is answered only when it is signed', async () => {
    const app = await pushing([]);
    const check = (signature: string) =>
      app.inject({ url: `/notify/weapp/messages?signature=${signature}&echostr=hello` });
    expect(await check('right')).toMatchObject({ statusCode: 200, body: 'hello' });
    expect(await check('wrong')).toMatchObject({ statusCode: 401 });
    await app.close();
  });

  test('a verdict that nobody waits for is on record and answered', async () => {
    const app = await pushing([]);
    expect(await app.inject({ ...push, headers })).toMatchObject({ statusCode: 200, body: 'success' });
    expect(await rows()).toMatchObject([{ outcome: 'ignored', reason: 'other' }]);
    expect(await waiting()).toEqual([]);
    expect(await app.inject({ ...push, headers, payload: 'x' })).toMatchObject({ statusCode: 401 });
    await app.close();
  });

  test('a verdict that somebody waits for reaches their job, once', async () => {
    const app = await pushing([MODERATION_VERDICT]);
    await app.inject({ ...push, headers });
    await app.inject({ ...push, headers });
    expect(await waiting()).toEqual([
      { payload: { platform: 'weapp', traceId: 'trace-1', suggestion: 'risky', label: '20001' } },
    ]);
    await app.close();
  });

  test('a super-app without message push has no such address', async () => {
    const answer = await shop.app.inject({ method: 'POST', url: '/notify/h5/messages', payload: {} });
    expect(answer.statusCode).toBe(404);
  });
});
