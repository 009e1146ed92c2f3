import fc from 'fast-check';
import { GRACE_DAYS } from '@jishi/contract/plain/members';
import { runs } from '../../test/support/runs';
import { sql } from '../src/db/db';
import { placeAll, startLevels } from '../src/members/levelJobs';
import { decideLevel, levelAt, type Level, type Standing } from '../src/members/levels';
import { placeLevelLater } from '../src/members/placeLevels';
import { giveGrowth, newMember, type MemberClient } from './support/members';
import { testApp, type TestApp } from './support/testApp';

const DAY_MS = 86_400_000;

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());

/** Somebody who stays signed in for the years that these tests take. */
async function member(): Promise<MemberClient> {
  const made = await newMember(shop);
  await shop.ctx.db.query(sql`update sessions set expires_at = 'infinity' where user_id = ${made.userId}`);
  return made;
}
const levelOf = async (member: MemberClient) => (await member.get('/api/member')).body.card;
const movesOf = async (member: MemberClient) => (await member.get('/api/member/level-moves')).body.items;

test('a level rises at once with the growth, over as many as it is worth, and the reason is said', async () => {
  const one = await member();
  await giveGrowth(shop, one.userId, 2100);
  await placeLevelLater(shop.ctx, shop.ctx.db, one.userId);
  await shop.runJobs();
  expect(await levelOf(one)).toMatchObject({ levelId: '3', growth: 2100, next: { levelId: '4', missing: 2900 } });
  expect((await movesOf(one))[0]).toMatchObject({
    kind: 'up',
    words: '近一年成长值 2100，达到金穗的 2000，升为金穗',
  });
  expect(await placeAll(shop.ctx)).toBe(0);
});

test('a year later the level is kept for thirty days, then falls to what the growth is worth', async () => {
  const one = await member();
  await giveGrowth(shop, one.userId, 2000);
  await giveGrowth(shop, one.userId, 600, 400);
  await placeAll(shop.ctx);
  expect(await levelOf(one)).toMatchObject({ levelId: '3', growth: 2600 });

  shop.advance(365 * DAY_MS + 1000);
  await placeAll(shop.ctx);
  const waiting = await levelOf(one);
  expect(waiting).toMatchObject({ levelId: '3', growth: 600 });
  expect(Date.parse(waiting.graceUntil) - shop.ctx.now().getTime()).toBeGreaterThan((GRACE_DAYS - 1) * DAY_MS);

  shop.advance(GRACE_DAYS * DAY_MS - 60_000);
  await placeAll(shop.ctx);
  expect(await levelOf(one)).toMatchObject({ levelId: '3', graceUntil: waiting.graceUntil });
  shop.advance(120_000);
  await placeAll(shop.ctx);
  expect(await levelOf(one)).toMatchObject({ levelId: '2', growth: 600, graceUntil: null });
  expect((await movesOf(one)).map(({ kind }: { kind: string }) => kind)).toEqual(['down', 'grace', 'up', 'opened']);
  expect((await movesOf(one))[0].words).toBe('近一年成长值 600，宽限期里没有回到金穗的 2000，降为青禾');
});

test('who reaches it again in the time of grace keeps the level', async () => {
  const one = await member();
  await giveGrowth(shop, one.userId, 500, 10);
  await placeAll(shop.ctx);
  shop.advance(11 * DAY_MS);
  await placeAll(shop.ctx);
  expect((await levelOf(one)).graceUntil).not.toBeNull();
  await giveGrowth(shop, one.userId, 500);
  await placeAll(shop.ctx);
  expect(await levelOf(one)).toMatchObject({ levelId: '2', graceUntil: null });
  expect((await movesOf(one))[0].words).toBe('近一年成长值 500，又达到了青禾的 500，等级保留');
  shop.advance(GRACE_DAYS * DAY_MS * 2);
  await placeAll(shop.ctx);
  expect((await movesOf(one))[0].kind).toBe('kept');
});

test('the job of every night looks at everybody, however many they are', async () => {
  const count = 1001;
  await shop.ctx.db.query(
    sql`insert into members (user_id, card_no, opened_at, opened_on, level_id, level_since)
      select n, '1', now(), 'h5', 4, now() from generate_series(1, ${count}::int) as n`,
  );
  await startLevels(shop.ctx);
  shop.advance(2 * DAY_MS);
  await shop.runJobs();
  const [row] = await shop.ctx.db.query<{ n: number }>(
    sql`select count(*)::int as n from member_level_moves m join members c on c.user_id = m.user_id
      where c.card_no = '1' and m.kind = 'grace' and c.grace_until = m.grace_until`,
  );
  expect(row!.n).toBe(count);
  await shop.ctx.db.query(sql`delete from members where card_no = '1'`);
});

const LEVELS: Level[] = [0, 500, 2000, 5000].map((fromGrowth, index) => ({
  id: String(index + 1),
  rank: index + 1,
  name: `第 ${index + 1} 级`,
  fromGrowth,
  benefits: {},
}));
const rankOf = (standing: Standing) => Number(standing.levelId);

test('whatever the growth does: nobody is below what it is worth, and nobody falls without thirty days below', () => {
  const day = fc.record({ growth: fc.nat(6000), days: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 60 }), (history) => {
      let now = new Date('2026-01-01T00:00:00Z');
      let standing: Standing = { levelId: '1', graceUntil: null };
      let belowSince: Date | null = null;
      for (const { growth, days } of history) {
        now = new Date(now.getTime() + days * DAY_MS);
        const had = rankOf(standing);
        const worth = levelAt(LEVELS, growth).rank;
        const decision = decideLevel(LEVELS, standing, growth, now);
        if (decision) standing = { levelId: decision.levelId, graceUntil: decision.graceUntil };
        expect(rankOf(standing)).toBeGreaterThanOrEqual(worth);
        if (worth >= had) belowSince = null;
        else belowSince ??= now;
        if (rankOf(standing) < had) {
          expect(now.getTime() - belowSince!.getTime()).toBeGreaterThanOrEqual(GRACE_DAYS * DAY_MS);
          expect(rankOf(standing)).toBe(worth);
          belowSince = null;
        }
        expect(standing.graceUntil !== null).toBe(worth < rankOf(standing));
        expect(decideLevel(LEVELS, standing, growth, now)).toBeNull();
      }
    }),
    runs(10_000),
  );
});
