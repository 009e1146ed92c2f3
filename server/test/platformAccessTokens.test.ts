import { openPostgres } from '../src/db/postgres';
import { accessTokens } from '../src/platform/accessTokens';
import type { PlatformAdapter } from '../src/platform/types';
import { wechatShop } from './support/standins/wechatShop';
import { testDb, type TestDb } from './support/testDb';

let db: TestDb;
let shop: Awaited<ReturnType<typeof wechatShop>>;

beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.drop());
beforeEach(async () => {
  shop = await wechatShop(db);
});
afterEach(() => shop.close());

const check = (weapp: PlatformAdapter) => weapp.checkText({ appId: shop.wechat.appId, openId: 'o-ming', text: '很甜' });
const many = (count: number, ...from: PlatformAdapter[]) =>
  Promise.all(Array.from({ length: count }, (_, index) => check(from[index % from.length]!)));
const requests = () => shop.wechat.desk.tokenRequests;

/** Adapters of two processes, each with connections of its own where the database takes several. */
async function twoProcesses(use: (first: PlatformAdapter, second: PlatformAdapter) => Promise<void>): Promise<void> {
  const other = db.url === null ? null : openPostgres({ url: db.url });
  try {
    await use(shop.adapters().weapp, shop.adapters(undefined, other ?? db.db).weapp);
  } finally {
    await other?.close();
  }
}

test('200 first calls at once make one token request', async () => {
  const verdicts = await many(200, shop.adapters().weapp);
  expect(new Set(verdicts.map(({ suggestion }) => suggestion))).toEqual(new Set(['pass']));
  expect(requests()).toBe(1);
});

test('200 calls with a token that WeChat ended renew it once', async () => {
  const { weapp } = shop.adapters();
  await check(weapp);
  shop.wechat.desk.expireToken();
  await many(200, weapp);
  expect(requests()).toBe(2);
});

test('two processes over one database make one token request, and renew an ended token once', async () => {
  await twoProcesses(async (first, second) => {
    await many(100, first, second);
    expect(requests()).toBe(1);
    shop.wechat.desk.expireToken();
    await many(100, first, second);
    expect(requests()).toBe(2);
  });
});

test('a token is asked for again before it ends', async () => {
  const { weapp } = shop.adapters();
  await check(weapp);
  shop.advance(114 * 60_000);
  await check(weapp);
  expect(requests()).toBe(1);
  shop.advance(2 * 60_000);
  await check(weapp);
  expect(requests()).toBe(2);
});

test('a token that is refused and still given out is forced out, once', async () => {
  const { weapp } = shop.adapters();
  await check(weapp);
  shop.wechat.desk.expireToken({ isSticky: true });
  await many(20, weapp);
  expect(requests()).toBe(3);
});

test('a call is repeated once: a WeChat that refuses every token is unavailable', async () => {
  const { weapp } = shop.adapters();
  shop.wechat.misbehave('/wxa/msg_sec_check', { errcode: 42001 }, 2);
  await expect(check(weapp)).rejects.toMatchObject({ code: 'platform_unavailable', reason: '42001' });
  expect(await check(weapp)).toMatchObject({ suggestion: 'pass' });
});

test('when no token is to be had nobody waits for one, and the next call asks again', async () => {
  const { weapp } = shop.adapters();
  shop.wechat.desk.tokensLeft = 0;
  await expect(check(weapp)).rejects.toMatchObject({ code: 'platform_unavailable', reason: '45009' });
  shop.wechat.desk.tokensLeft = Infinity;
  expect(await check(weapp)).toMatchObject({ suggestion: 'pass' });
});

test('a process that died with the lease does not keep the others from a token', async () => {
  const dead = accessTokens(db.db, shop.now);
  // its request is never answered, and its lease lies in the database
  const asked = new Promise<void>((resolve) => {
    void dead.get('weapp:lease', () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  await asked;
  shop.advance(16_000);
  const alive = accessTokens(db.db, shop.now);
  expect(await alive.get('weapp:lease', async () => ({ token: 'new', expiresInMs: 7_200_000 }))).toBe('new');
});

test('an answer that comes after its lease ran out does not replace the token of the next', async () => {
  let answer: (token: { token: string; expiresInMs: number }) => void = () => undefined;
  let late: Promise<string> | undefined;
  await new Promise<void>((asked) => {
    late = accessTokens(db.db, shop.now).get('weapp:late', () => {
      asked();
      return new Promise((resolve) => (answer = resolve));
    });
  });
  shop.advance(16_000);
  await accessTokens(db.db, shop.now).get('weapp:late', async () => ({ token: 'second', expiresInMs: 7_200_000 }));
  answer({ token: 'first', expiresInMs: 7_200_000 });
  await late;
  expect(await accessTokens(db.db, shop.now).get('weapp:late', () => Promise.reject(new Error('asked')))).toBe(
    'second',
  );
});
