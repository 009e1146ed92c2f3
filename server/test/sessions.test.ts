import { sql } from '../src/db/db';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());

const login = async (body: object) => {
  const answer = await shop.app.inject({ method: 'POST', url: '/api/sessions', payload: body });
  return { status: answer.statusCode, body: answer.json() };
};
const weapp = (code: string, more: object = {}) => ({
  platform: 'weapp',
  appId: 'wx1',
  code,
  deviceId: 'device-00001',
  ...more,
});

test('the same person in the same app is the same customer, however many sessions they open', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => login(weapp('fake-alice'))));
  expect(new Set(answers.map((answer) => answer.body.userId)).size).toBe(1);
  expect(new Set(answers.map((answer) => answer.body.token)).size).toBe(3);
  const [row] = await shop.ctx.db.query<{ n: number }>(
    sql`select count(*)::int as n from users where user_id = ${answers[0]!.body.userId}`,
  );
  expect(row!.n).toBe(1);
});

test('another app, another platform or another open id is another customer until they are merged', async () => {
  const bodies = [
    weapp('fake-bob'),
    weapp('fake-bob', { appId: 'wx2' }),
    weapp('fake-bob', { platform: 'tt' }),
    weapp('fake-carol'),
  ];
  const ids = await Promise.all(bodies.map(async (body) => (await login(body)).body.userId));
  expect(new Set(ids).size).toBe(4);
});

test('a code that the platform refuses opens no session', async () => {
  expect(await login(weapp('fake-expired'))).toMatchObject({ status: 401, body: { error: { code: 'login_failed' } } });
  expect(await login(weapp('fake-unavailable'))).toMatchObject({
    status: 502,
    body: { error: { code: 'platform_unavailable' } },
  });
});

test('a token is stored only as a hash, and a made-up, expired or revoked one opens nothing', async () => {
  const { body } = await login(weapp('fake-dave'));
  const stored = await shop.ctx.db.query(sql`select 1 from sessions where token_hash = ${body.token}`);
  expect(stored).toHaveLength(0);
  const cart = (token: string) =>
    shop.app
      .inject({ url: '/api/cart', headers: { authorization: `Bearer ${token}` } })
      .then((answer) => answer.statusCode);
  expect(await cart(body.token)).toBe(200);
  expect(await cart('x'.repeat(43))).toBe(401);
  expect(await cart('')).toBe(401);
  await shop.ctx.db.query(sql`update sessions set revoked_at = now() where user_id = ${body.userId}`);
  expect(await cart(body.token)).toBe(401);
  const other = await login(weapp('fake-dave'));
  shop.advance(91 * 86_400_000);
  expect(await cart(other.body.token)).toBe(401);
  shop.advance(-91 * 86_400_000);
});

test('each session is a visit with its device, app, scene and source', async () => {
  const launch = { path: 'mall/product/index', query: { k: 'abc' }, scene: '1047' };
  const { body } = await login(weapp('fake-erin', { deviceId: 'device-erin1', launch }));
  const [visit] = await shop.ctx.db.query(
    sql`select v.source, v.scene, v.path, v.query, v.app_id, d.platform from visits v
      join devices d on d.device_id = v.device_id where v.visit_id = ${body.visitId}`,
  );
  expect(visit).toEqual({
    source: 'scan',
    scene: '1047',
    path: 'mall/product/index',
    query: { k: 'abc' },
    app_id: 'wx1',
    platform: 'weapp',
  });
});

test('an event is stored once, whatever the phone repeats, with both clocks', async () => {
  const shopper = await shop.shopper();
  const event = {
    id: 'event-000000000001',
    name: 'product_view',
    at: '2020-01-01T00:00:00.000Z',
    properties: { price: 1 },
  };
  expect((await shopper.post('/api/events', { items: [event] })).body).toEqual({ accepted: 1 });
  expect((await shopper.post('/api/events', { items: [event, { ...event, id: 'event-000000000002' }] })).body).toEqual({
    accepted: 1,
  });
  const rows = await shop.ctx.db.query<{ client_at: Date; received_at: Date }>(
    sql`select client_at, received_at from events where user_id = ${shopper.userId} order by event_id`,
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]!.client_at.toISOString()).toBe('2020-01-01T00:00:00.000Z');
  expect(rows[0]!.received_at.getFullYear()).toBeGreaterThan(2024);
});
