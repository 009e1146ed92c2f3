import { AppError } from '../src/errors';
import type { Observer } from '../src/db/db';
import { sendNotice } from '../src/messages/sendNotice';
import { employee } from './support/employees';
import { newKey, openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { allowMessages, grantsOf, messageDesk, messagesOf, templateOf, useTemplate } from './support/reach';
import { testApp, type Shopper, type TestApp } from './support/testApp';

/** Dies after the nth statement from now on. */
const crash = { at: 0, seen: 0 };
const observer: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen >= crash.at) throw new Error(`crashed after statement ${crash.at}`);
  },
};

let shop: TestApp;
let desk: ReturnType<typeof messageDesk>;
let people = 0;

beforeAll(async () => {
  shop = await testApp({ observer });
  desk = messageDesk(shop);
});
afterAll(() => shop.close());
beforeEach(() => {
  desk.asked.length = 0;
  desk.answers.length = 0;
});

const login = (platform: 'weapp' | 'alipay' = 'weapp') => {
  const nth = ++people;
  const appId = platform === 'weapp' ? 'wx-shop' : 'ali-shop';
  return { platform, appId, code: `fake-reader-${nth}`, deviceId: `reader-phone-${nth}` };
};
const newReader = () => shop.shopper(login());
let refs = 0;
const say = (userId: string, ref = `test:${++refs}`) =>
  shop.ctx.db.tx((tx) =>
    sendNotice(shop.ctx, tx, {
      userId,
      kind: 'order_shipped',
      ref,
      page: 'orders/detail/index?id=1',
      values: { title: '青瓷茶杯', trackingNo: 'SF1', shippedAt: '2026-11-25T12:05:00.000Z' },
    }),
  );

test('a yes sends one message, with the template’s fields as WeChat takes them', async () => {
  const reader = await newReader();
  await allowMessages(shop, reader, 'order_shipped');
  await say(reader.userId);
  await shop.runJobs();
  expect(desk.asked).toEqual([
    {
      appId: 'wx-shop',
      openId: expect.stringMatching(/^reader-/),
      templateId: templateOf('order_shipped'),
      page: 'orders/detail/index?id=1',
      data: { thing1: '青瓷茶杯', character_string2: 'SF1', time3: '2026年11月25日 20:05' },
    },
  ]);
  await say(reader.userId);
  await shop.runJobs();
  expect(desk.asked).toHaveLength(1);
  expect(await grantsOf(shop, reader.userId)).toEqual(['spent']);
  expect(await messagesOf(shop, reader.userId)).toEqual(['order_shipped sent', 'order_shipped ungranted']);
});

test('the same thing is said once, however often it is to be said', async () => {
  const reader = await newReader();
  await allowMessages(shop, reader, 'order_shipped', 3);
  for (let time = 0; time < 3; time++) await say(reader.userId, 'shipment:7');
  await shop.runJobs();
  await say(reader.userId, 'shipment:7');
  await shop.runJobs();
  expect(desk.asked).toHaveLength(1);
  expect(await grantsOf(shop, reader.userId)).toEqual(['spent', 'open', 'open']);
});

test('a crash between any two statements never sends a message twice', async () => {
  await useTemplate(shop, 'order_shipped');
  let crashes = 0;
  for (let at = 1; ; at++) {
    const reader = await newReader();
    await allowMessages(shop, reader, 'order_shipped', 2);
    desk.asked.length = 0;
    await say(reader.userId);
    crash.seen = 0;
    crash.at = at;
    await shop.runJobs().catch(() => undefined);
    const hasCrashed = crash.seen >= at;
    crash.at = 0;
    // the lease of whoever died is over, and another runs what was left
    shop.advance(24 * 3_600_000);
    await shop.runJobs();
    await shop.runJobs();
    expect(desk.asked.length).toBeLessThanOrEqual(1);
    // whoever died between spending and hearing the answer does not know: that counts as sent
    const [message] = await messagesOf(shop, reader.userId);
    expect(['order_shipped sent', 'order_shipped lost']).toContain(message);
    if (message === 'order_shipped sent') expect(desk.asked).toHaveLength(1);
    expect(await grantsOf(shop, reader.userId)).toEqual(['spent', 'open']);
    if (!hasCrashed) break;
    crashes += 1;
  }
  expect(crashes).toBeGreaterThanOrEqual(8);
});

test('a grant that the platform does not know voids all of that template, and another app is tried', async () => {
  const reader = await newReader();
  await allowMessages(shop, reader, 'order_shipped', 2);
  await useTemplate(shop, 'order_shipped', { platform: 'alipay', appId: 'ali-shop' });
  const there = await shop.shopper(login('alipay'));
  await there.post('/api/messages/grants', { accepted: [templateOf('order_shipped')] }, newKey());
  for (const table of ['identities', 'message_grants']) {
    const text = `update ${table} set user_id = $1 where user_id = $2`;
    await shop.ctx.db.query({ text, values: [reader.userId, there.userId] });
  }
  desk.answers.push('not_granted');
  await say(reader.userId);
  await shop.runJobs();
  expect(desk.asked.map(({ appId }) => appId)).toEqual(['wx-shop', 'ali-shop']);
  expect(await grantsOf(shop, reader.userId)).toEqual(['void', 'void', 'spent']);
  expect(await messagesOf(shop, reader.userId)).toEqual(['order_shipped sent']);
});

test('a template that the platform refuses keeps the grant, and the merchant sees it', async () => {
  const reader = await newReader();
  await allowMessages(shop, reader, 'order_shipped');
  desk.answers.push('refused');
  await say(reader.userId);
  await shop.runJobs();
  expect(await grantsOf(shop, reader.userId)).toEqual(['open']);
  const { send } = await employee(shop, 'marketer');
  const { body } = await send('GET', '/admin/messages?state=refused&limit=1');
  expect(body.items).toMatchObject([
    { userId: reader.userId, kind: 'order_shipped', note: '平台不接受这个模板或内容' },
  ]);
});

test('silence keeps the grant spent; a clear "not now" gives it back, and the message goes later', async () => {
  const reader = await newReader();
  await allowMessages(shop, reader, 'order_shipped', 2);
  desk.answers.push(new AppError('platform_unavailable'));
  await say(reader.userId);
  await shop.runJobs();
  shop.advance(24 * 3_600_000);
  await shop.runJobs();
  expect(desk.asked).toHaveLength(1);
  expect(await messagesOf(shop, reader.userId)).toEqual(['order_shipped lost']);
  expect(await grantsOf(shop, reader.userId)).toEqual(['spent', 'open']);

  desk.answers.push('later');
  await say(reader.userId);
  await shop.runJobs();
  expect(await grantsOf(shop, reader.userId)).toEqual(['spent', 'open']);
  shop.advance(10 * 60_000);
  await shop.runJobs();
  expect(await messagesOf(shop, reader.userId)).toEqual(['order_shipped lost', 'order_shipped sent']);
  expect(await grantsOf(shop, reader.userId)).toEqual(['spent', 'spent']);
});

describe('a yes', () => {
  test('is counted once under its key, only for templates of this app, and not without end', async () => {
    const reader = await newReader();
    await useTemplate(shop, 'refund_done');
    await useTemplate(shop, 'restock', { platform: 'alipay', appId: 'ali-shop' });
    const accepted = [templateOf('refund_done'), templateOf('restock'), 'NOT_OURS'];
    const key = newKey();
    for (let time = 0; time < 2; time++)
      expect((await reader.post('/api/messages/grants', { accepted }, key)).body).toEqual({ added: 1 });
    expect((await reader.post('/api/messages/grants', { accepted: [] }, key)).body.error.code).toBe(
      'idempotency_conflict',
    );
    for (let time = 0; time < 25; time++) await reader.post('/api/messages/grants', { accepted }, newKey());
    expect(await grantsOf(shop, reader.userId)).toHaveLength(20);
  });

  test('is asked for by moment, in this app’s templates, and of nobody on the web', async () => {
    await useTemplate(shop, 'order_shipped');
    await useTemplate(shop, 'refund_done');
    const reader = await newReader();
    const { body } = await reader.get('/api/messages/templates?moment=paid');
    expect(body.items.map(({ kind }: { kind: string }) => kind).slice(0, 2)).toEqual(['order_shipped', 'refund_done']);
    const web = await shop.shopper();
    expect((await web.get('/api/messages/templates?moment=paid')).body).toEqual({ items: [] });
    expect((await web.post('/api/messages/grants', { accepted: [templateOf('refund_done')] }, newKey())).body).toEqual({
      added: 0,
    });
  });
});

test('a template’s fields take facts of its kind, of the type that WeChat’s field takes, and one template serves one kind', async () => {
  const { send } = await employee(shop, 'owner');
  const put = (kind: string, templateId: string, fields: object) =>
    send('PUT', `/admin/message-templates/weapp/wx-other/${kind}`, { templateId, fields });
  expect(await put('restock', 'A', { thing1: 'title', amount2: 'priceFen' })).toMatchObject({ status: 200 });
  for (const [fields, faults] of [
    [{ thing1: 'trackingNo' }, { thing1: 'no_such_fact' }],
    [{ thing1: 'toString' }, { thing1: 'no_such_fact' }],
    [{ amount1: 'title' }, { amount1: 'wrong_type' }],
    [{ keyword1: 'title' }, { keyword1: 'no_such_field' }],
  ]) {
    const { status, body } = await put('restock', 'A', fields!);
    expect([status, body.error.details]).toEqual([400, { fields: faults }]);
  }
  expect((await put('price_drop', 'A', { thing1: 'title' })).status).toBe(409);
});

describe('orders', () => {
  const buy = async (reader: Shopper) => {
    const { skuIds } = await stockShelf(shop.ctx, product({ handle: `told-${++refs}`, skus: [sku()] }));
    const { id } = await placeOrder(reader, [{ skuId: skuIds[0]!, quantity: 2 }]);
    const { tradeNo } = await openPayment(reader, id);
    await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
    return id as string;
  };

  test('tell when they are paid, shipped and refunded, where the person said yes', async () => {
    const reader = await newReader();
    for (const kind of ['order_paid', 'order_shipped', 'refund_done'] as const) await allowMessages(shop, reader, kind);
    const orderId = await buy(reader);
    const { send } = await employee(shop, 'owner');
    await send('POST', `/admin/orders/${orderId}/shipments`, { carrier: '顺丰', trackingNo: 'SF1234567' });
    shop.advance(5 * 60_000);
    await shop.runJobs();
    const { body } = await reader.get(`/api/orders/${orderId}`);
    const asked = await reader.post(
      `/api/orders/${orderId}/aftersales`,
      { kind: 'refund', reason: 'not_received', lines: [{ skuId: body.lines[0].skuId, quantity: 1 }] },
      newKey(),
    );
    expect(asked.status).toBe(201);
    expect((await send('POST', `/admin/aftersales/${asked.body.id}/approve`, {})).status).toBe(200);
    for (let time = 0; time < 3; time++) {
      await shop.runJobs();
      shop.advance(60_000);
    }
    expect(desk.asked.map(({ templateId, page }) => [templateId, page])).toEqual(
      expect.arrayContaining(
        ['order_paid', 'order_shipped', 'refund_done'].map((kind) => [
          `T_${kind}`,
          `orders/detail/index?id=${orderId}`,
        ]),
      ),
    );
    expect(desk.asked).toHaveLength(3);
  });
});
