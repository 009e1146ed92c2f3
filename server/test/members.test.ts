import { sql } from '../src/db/db';
import { mergePeople } from '../src/members/mergePeople';
import { readBenefits } from '../src/members/readMember';
import { newMember, newPhone, provePhone } from './support/members';
import { testApp, type Login, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());

const on = (platform: Login['platform'], code: string): Login => ({
  platform,
  appId: `${platform}-shop`,
  code: `fake-${code}`,
  deviceId: `phone-of-${code}-${platform}`,
});
const member = (login?: Login, phone?: string) => newMember(shop, login, phone);
const setLevel = (userId: string, levelId: string, graceUntil: Date | null = null) =>
  shop.ctx.db.query(
    sql`update members set level_id = ${levelId}, grace_until = ${graceUntil} where user_id = ${userId}`,
  );
const numbersOf = async (userId: string) =>
  (
    await shop.ctx.db.query<{ no: string }>(
      sql`select card_no as no from card_numbers where user_id = ${userId} order by card_no`,
    )
  ).map(({ no }) => no);

test('a card is opened by whoever has proven a number, and by nobody else', async () => {
  const shopper = await shop.shopper();
  expect(await shopper.post('/api/member')).toMatchObject({ status: 409, body: { error: { code: 'phone_required' } } });
  expect((await shopper.get('/api/member')).body).toMatchObject({ card: null, maskedPhone: null });
  const phone = newPhone();
  await provePhone(shopper, phone);
  const { status, body } = await shopper.post('/api/member');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    card: { levelId: '1', growth: 0, next: { levelId: '2', missing: 500 }, graceUntil: null },
    maskedPhone: `136****${phone.slice(-4)}`,
  });
  expect(body.card.cardNo).toMatch(/^[1-9]\d{7}$/);
  expect((await shopper.get('/api/member')).body).toEqual(body);
  expect((await shopper.get('/api/member/level-moves')).body.items).toMatchObject([
    { kind: 'opened', words: '开卡，从新芽开始' },
  ]);
});

test('opened again, even ten times at once, it is the same card', async () => {
  const shopper = await shop.shopper();
  await provePhone(shopper, newPhone());
  const answers = await Promise.all(Array.from({ length: 10 }, () => shopper.post('/api/member')));
  expect(new Set(answers.map(({ body }) => body.card.cardNo)).size).toBe(1);
  expect(await numbersOf(shopper.userId)).toHaveLength(1);
  expect((await shopper.get('/api/member/level-moves')).body.items).toHaveLength(1);
});

test('who opened a card on WeChat has it on Alipay and on Douyin', async () => {
  const phone = newPhone();
  const { cardNo } = await member(on('weapp', 'card'), phone);
  for (const platform of ['alipay', 'tt'] as const) {
    const there = await shop.shopper(on(platform, 'card'));
    const { session } = (await provePhone(there, phone)).body;
    const headers = { authorization: `Bearer ${session.token}` };
    const answer = await shop.app.inject({ method: 'POST', url: '/api/member', headers });
    expect(answer.json().card.cardNo).toBe(cardNo);
  }
});

test.each([
  ['the older card was theirs who goes', true],
  ['the older card was theirs who stays', false],
])('of two people’s cards the older number stays and the other one still leads to them: %s', async (_, isGoing) => {
  const [older, younger] = [await member(), await member()];
  await shop.ctx.db.query(
    sql`update members set opened_at = opened_at - interval '1 day', opened_on = 'tt' where user_id = ${older.userId}`,
  );
  await setLevel(younger.userId, '3');
  const [from, into] = isGoing ? [older, younger] : [younger, older];
  const pair = { from: from.userId, into: into.userId, reason: 'phone' } as const;
  await shop.ctx.db.tx((tx) => mergePeople(shop.ctx, tx, pair));
  const { card } = (await into.get('/api/member')).body;
  expect(card).toMatchObject({ cardNo: older.cardNo, levelId: '3', graceUntil: null });
  expect(await numbersOf(into.userId)).toEqual([older.cardNo, younger.cardNo].sort());
  expect((await into.get('/api/member/level-moves')).body.items).toHaveLength(2);
  // neither had growth for it: the level is kept for a while, and the reason said
  await shop.runJobs();
  const [last] = (await into.get('/api/member/level-moves')).body.items;
  expect(last.words).toMatch(/^近一年成长值 0，不到金穗的 2000；\d+ 月 \d+ 日前达到就保留$/);
});

test('who has no card takes over the one of the other, whole', async () => {
  const [from, into] = [await member(), await shop.shopper()];
  const grace = new Date('2030-01-01T00:00:00Z');
  await setLevel(from.userId, '4', grace);
  const pair = { from: from.userId, into: into.userId, reason: 'phone' } as const;
  const before = (await from.get('/api/member')).body.card;
  await shop.ctx.db.tx((tx) => mergePeople(shop.ctx, tx, pair));
  expect((await into.get('/api/member')).body.card).toEqual(before);
  expect(before).toMatchObject({ levelId: '4', graceUntil: grace.toISOString() });
});

test('a level says what it gives, in words and to the server’s own reckoning', async () => {
  const { userId, get } = await member();
  await setLevel(userId, '3');
  const { levels } = (await get('/api/member')).body;
  expect(levels.map(({ name }: { name: string }) => name)).toEqual(['新芽', '青禾', '金穗', '丰年']);
  expect(levels[2].benefits).toEqual([
    { kind: 'memberPrice', title: '会员价 9.5 折', text: '下单自动减' },
    { kind: 'points', title: '1.2 倍积分', text: '消费即得' },
    { kind: 'freeShipping', title: '会员免邮', text: '满 59 元免' },
  ]);
  expect(await readBenefits(shop.ctx.db, userId)).toMatchObject({
    levelName: '金穗',
    benefits: { memberPricePermille: 950 },
  });
  expect(await readBenefits(shop.ctx.db, (await shop.shopper()).userId)).toBeNull();
});

test('another person’s card is nobody else’s', async () => {
  await member();
  const stranger = await shop.shopper();
  expect((await stranger.get('/api/member')).body.card).toBeNull();
  expect((await stranger.get('/api/member/level-moves')).body.items).toEqual([]);
  expect((await shop.app.inject({ url: '/api/member' })).statusCode).toBe(401);
});
