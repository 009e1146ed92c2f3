import { dayOf, startOf } from '../src/beijing';
import { sql } from '../src/db/db';
import { jobHandlers } from '../src/app';
import { mergePeople } from '../src/members/mergePeople';
import { settleOrderPoints } from '../src/points/orderPoints';
import { readPoints } from '../src/points/readPoints';
import { listStatement } from '../src/points/statement';
import { asked, buy, deliver, rest, RETURN_TO } from './support/aftersale';
import { employee, type EmployeeClient } from './support/employees';
import { product, sku, stockShelf } from './support/fixtures';
import { newMember } from './support/members';
import { allowMessages, messageDesk, templateOf } from './support/reach';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const DAY_MS = 86_400_000;

let shop: TestApp;
let owner: EmployeeClient;
let skuId: string;
beforeAll(async () => {
  shop = await testApp();
  const shelf = product({ handle: 'points', skus: [sku({ priceFen: 3333, stock: 1000 })] });
  skuId = (await stockShelf(shop.ctx, shelf)).skuIds[0]!;
});
afterAll(() => shop.close());
// the clock runs on for months, and sessions do not
beforeEach(async () => {
  owner = await employee(shop, 'owner');
  await owner.send('PUT', '/admin/return-address', RETURN_TO);
});

const items = (quantity: number) => [{ skuId, quantity }];
const points = async (shopper: Shopper) => (await shopper.get('/api/points')).body;
const statement = async (shopper: Shopper) => (await shopper.get('/api/points/ledger')).body.items;
const growthOf = async ({ userId }: Shopper) => {
  const [row] = await shop.ctx.db.query<{ growth: number }>(
    sql`select available::int as growth from ledger_balances where user_id = ${userId} and unit = 'growth'`,
  );
  return row?.growth ?? 0;
};

async function delivered(shopper: Shopper, quantity: number): Promise<string> {
  const { order } = await buy(shop, shopper, items(quantity));
  await deliver(owner, shopper, order.id);
  await rest(shop);
  return order.id;
}

async function refund(shopper: Shopper, orderId: string, quantity: number): Promise<void> {
  const { id } = await asked(shopper, orderId, { lines: items(quantity) });
  expect((await owner.send('POST', `/admin/aftersales/${id}/approve`, {})).status).toBe(200);
  await rest(shop);
}

/** The same of goods that were received: they come back first. */
async function sendBack(shopper: Shopper, orderId: string, quantity: number): Promise<void> {
  const { id } = await asked(shopper, orderId, { kind: 'return', reason: 'damaged', lines: items(quantity) });
  await owner.send('POST', `/admin/aftersales/${id}/approve`, {});
  await shopper.put(`/api/aftersales/${id}/parcel`, { carrier: '中通快递', trackingNo: 'ZT7788990011' });
  expect((await owner.send('POST', `/admin/aftersales/${id}/receive`, { restocked: [] })).status).toBe(200);
  await rest(shop);
}

test('an order gives its points when it is done and not before, and once however often it is asked', async () => {
  const shopper = await shop.shopper();
  const { order } = await buy(shop, shopper, items(3));
  await rest(shop);
  // 99.99 yuan
  expect(await points(shopper)).toMatchObject({ available: 0, pending: 99 });
  await deliver(owner, shopper, order.id);
  await rest(shop);
  expect(await points(shopper)).toMatchObject({ available: 99, pending: 0 });
  expect(await growthOf(shopper)).toBe(99);
  const { userId } = shopper;
  const again = () => shop.ctx.db.tx((tx) => settleOrderPoints(shop.ctx, tx, { userId, orderId: order.id }));
  await Promise.all([again(), again(), again()]);
  expect(await points(shopper)).toMatchObject({ available: 99 });
  expect(await statement(shopper)).toMatchObject([
    { kind: 'order', delta: 99, balance: 99, reason: `消费得积分 …${order.id.slice(-4)}` },
  ]);
});

test('what was refunded before an order is done gives nothing', async () => {
  const shopper = await shop.shopper();
  const { order } = await buy(shop, shopper, items(3));
  await refund(shopper, order.id, 1);
  expect(await points(shopper)).toMatchObject({ available: 0, pending: 66 });
  await deliver(owner, shopper, order.id);
  await rest(shop);
  expect(await points(shopper)).toMatchObject({ available: 66 });
});

test('refunds take back exactly their share, whatever the parts, and all of it with the last one', async () => {
  const shopper = await shop.shopper();
  const orderId = await delivered(shopper, 4);
  const left = [(await points(shopper)).available];
  for (let nth = 0; nth < 4; nth++) {
    await sendBack(shopper, orderId, 1);
    left.push((await points(shopper)).available);
  }
  // 133 points for 13,332 fen
  expect(left).toEqual([133, 99, 66, 33, 0]);
  expect(await growthOf(shopper)).toBe(0);
});

test('points that were spent meanwhile are not taken back, and make no debt', async () => {
  const shopper = await shop.shopper();
  const orderId = await delivered(shopper, 3);
  const adjust = { points: -90, reason: '线下换了礼品', key: 'spent-meanwhile' };
  await owner.send('POST', `/admin/members/${shopper.userId}/points-adjustments`, adjust);
  await sendBack(shopper, orderId, 3);
  expect(await points(shopper)).toMatchObject({ available: 0 });
  await delivered(shopper, 1);
  expect(await points(shopper)).toMatchObject({ available: 33 });
});

test('a member of a level gets so much more, and reads why', async () => {
  const shopper = await newMember(shop);
  await shop.ctx.db.query(sql`update member_levels set benefits = '{"pointsPermille": 1200}' where level_id = 3`);
  await shop.ctx.db.query(sql`update members set level_id = 3 where user_id = ${shopper.userId}`);
  await delivered(shopper, 3);
  expect(await points(shopper)).toMatchObject({ available: 119 });
  expect((await statement(shopper))[0].reason).toMatch(/^消费得积分 …\d{4} · 金穗 1\.2 倍$/);
});

test('growth of an order lifts the level', async () => {
  const shopper = await newMember(shop);
  await delivered(shopper, 16);
  expect((await shopper.get('/api/member')).body.card).toMatchObject({ levelId: '2', growth: 533 });
});

describe('checking in', () => {
  /** So many hours after midnight in Beijing, so many days from the last call. */
  const at = (hours: number, days = 0) => {
    const now = shop.ctx.now().getTime();
    const midnight = startOf(dayOf(new Date(now + days * DAY_MS))).getTime();
    shop.advance(midnight + hours * 3_600_000 - now);
  };

  test('counts once a day in Beijing, also for ten taps at once, and more with every day in a row', async () => {
    const shopper = await shop.shopper();
    at(23.9, 1);
    expect((await shopper.get('/api/points/check-ins')).body).toMatchObject({
      isDone: false,
      streak: 0,
      todayPoints: 2,
    });
    await Promise.all(Array.from({ length: 10 }, () => shopper.post('/api/points/check-ins')));
    expect((await points(shopper)).available).toBe(2);
    // six minutes later it is tomorrow
    at(0.1, 1);
    expect((await shopper.get('/api/points/check-ins')).body).toMatchObject({ isDone: false, streak: 1 });
    expect((await shopper.post('/api/points/check-ins')).body).toMatchObject({
      isDone: true,
      streak: 2,
      todayPoints: 2,
    });
    at(12, 1);
    expect((await shopper.post('/api/points/check-ins')).body).toMatchObject({ streak: 3, todayPoints: 4 });
    expect((await points(shopper)).available).toBe(8);
    expect((await statement(shopper))[0].reason).toBe('每日签到 · 连续第 3 天');
  });

  test('begins anew after a day without, and after the last day of a round', async () => {
    const shopper = await shop.shopper();
    const given: number[] = [];
    for (const days of [1, 1, 2, 1, 1, 1, 1, 1, 1, 1]) {
      at(9, days);
      given.push((await shopper.post('/api/points/check-ins')).body.todayPoints);
    }
    expect(given).toEqual([2, 2, 2, 2, 4, 4, 6, 6, 10, 2]);
    expect((await points(shopper)).available).toBe(given.reduce((total, one) => total + one));
  });

  test('of two who turn out to be one: both days count, today not twice, and the row of days is joined', async () => {
    const [from, into] = [await shop.shopper(), await shop.shopper()];
    at(9, 1);
    await from.post('/api/points/check-ins');
    at(9, 1);
    for (const shopper of [from, into]) await shopper.post('/api/points/check-ins');
    await shop.ctx.db.tx((tx) => mergePeople(shop.ctx, tx, { from: from.userId, into: into.userId, reason: 'phone' }));
    expect((await into.post('/api/points/check-ins')).body).toMatchObject({ streak: 2, isDone: true });
    expect((await points(into)).available).toBe(6);
    at(9, 1);
    expect((await into.post('/api/points/check-ins')).body).toMatchObject({ streak: 3, todayPoints: 4 });
  });
});

test('points are over at the end of their last day, and the page says so before', async () => {
  const { current } = (await owner.send('GET', '/admin/points-rules')).body;
  const { since: _, ...rules } = current;
  expect((await owner.send('PUT', '/admin/points-rules', { ...rules, keepDays: 70 })).status).toBe(200);
  const shopper = await shop.shopper();
  await shopper.post('/api/points/check-ins');
  expect(await points(shopper)).toMatchObject({ available: 2, expiring: null });
  const end = startOf(dayOf(new Date(shop.ctx.now().getTime() + 71 * DAY_MS)));
  const justBefore = end.getTime() - shop.ctx.now().getTime() - 1000;
  shop.advance(justBefore - 20 * DAY_MS);
  const expiring = { points: 2, expiresAt: end.toISOString() };
  expect(await readPoints(shop.ctx, shopper.userId)).toMatchObject({ available: 2, expiring });
  shop.advance(20 * DAY_MS + 1000);
  expect(await readPoints(shop.ctx, shopper.userId)).toMatchObject({ available: 0, expiring: null });
  await jobHandlers['points.expire']!(shop.ctx, {}, 1);
  await jobHandlers['points.expire']!(shop.ctx, {}, 1);
  const { items: lines } = await listStatement(shop.ctx.db, {
    userId: shopper.userId,
    unit: 'points',
    side: 'all',
    limit: 9,
  });
  expect(lines).toMatchObject([{ delta: -2, balance: 0, reason: '积分到期' }, { delta: 2 }]);
});

test('who asked for it is told a week before points are over, once for a day, and nobody else is', async () => {
  const { current } = (await owner.send('GET', '/admin/points-rules')).body;
  const { since: _, ...rules } = current;
  await owner.send('PUT', '/admin/points-rules', { ...rules, keepDays: 8 });
  const desk = messageDesk(shop);
  const told = () => desk.asked.filter(({ templateId }) => templateId === templateOf('points_expiring'));
  const login = { platform: 'weapp', appId: 'wx-shop', code: 'fake-expiring', deviceId: 'phone-expiring' } as const;
  const [asking, silent] = [await shop.shopper(login), await shop.shopper()];
  await allowMessages(shop, asking, 'points_expiring', 2);
  for (const shopper of [asking, silent]) await shopper.post('/api/points/check-ins');
  const remind = async () => {
    await jobHandlers['points.remind']!(shop.ctx, {}, 1);
    await rest(shop);
  };
  await remind();
  expect(told()).toEqual([]);
  shop.advance(2 * DAY_MS);
  await remind();
  await remind();
  shop.advance(DAY_MS);
  await remind();
  expect(told()).toHaveLength(1);
  expect(Object.values(told()[0]!.data)).toContain('2 积分');
});

test('an employee gives and takes points with a reason, once for a key, and never more than there are', async () => {
  const shopper = await shop.shopper();
  const to = `/admin/members/${shopper.userId}`;
  const adjust = (points: number, key: string) =>
    owner.send('POST', `${to}/points-adjustments`, { points, key, reason: '周年庆补发' });
  expect((await adjust(50, 'anniversary')).body).toEqual({ available: 50, frozen: 0 });
  expect((await adjust(50, 'anniversary')).body).toEqual({ available: 50, frozen: 0 });
  expect(await adjust(-51, 'too-many')).toMatchObject({ status: 409, body: { error: { code: 'not_enough' } } });
  expect((await adjust(-20, 'mistaken')).body).toEqual({ available: 30, frozen: 0 });
  expect(await statement(shopper)).toMatchObject([
    { delta: -20, balance: 30 },
    { delta: 50, reason: '周年庆补发' },
  ]);
  const { body } = await owner.send('GET', `${to}/ledger?side=in`);
  expect(body).toMatchObject({ available: 30, items: [{ delta: 50, balance: 50 }] });
  expect((await owner.send('GET', '/admin/members/1/ledger')).status).toBe(404);
  expect(
    (await owner.send('POST', '/admin/members/1/points-adjustments', { points: 5, key: 'x'.repeat(9), reason: '试试' }))
      .status,
  ).toBe(404);
});

test('new rules hold for what is done from then on', async () => {
  const shopper = await shop.shopper();
  const first = await delivered(shopper, 1);
  const { current } = (await owner.send('GET', '/admin/points-rules')).body;
  const { since: _, ...rules } = current;
  await owner.send('PUT', '/admin/points-rules', { ...rules, pointsPerYuan: 3 });
  await delivered(shopper, 1);
  expect((await points(shopper)).available).toBe(33 + 99);
  // by the rule that it was given by
  await sendBack(shopper, first, 1);
  expect((await points(shopper)).available).toBe(99);
  const { history } = (await owner.send('GET', '/admin/points-rules')).body;
  expect(history.at(-1)).toMatchObject({ since: null, pointsPerYuan: 1 });
});
