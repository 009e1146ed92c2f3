import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { PERSONAL_TABLES } from '../src/account/personalTables';
import { jobHandlers } from '../src/app';
import { sql, type Observer } from '../src/db/db';
import { runDueJobs } from '../src/jobs';
import { mergePeople } from '../src/members/mergePeople';
import { draftOrder, newKey, placeOrder, product, sku, stockOf, stockShelf } from './support/fixtures';
import { fullPerson, rowsOf, tablesWith } from './support/fullPerson';
import { addReachDiscount } from './support/shopRules';
import { sumsFor, sumsOf } from './support/peopleSums';
import { randomPerson, savePerson } from './support/randomPeople';
import { testApp, type Login, type Shopper, type TestApp } from './support/testApp';

/** Dies after the nth statement from now on. */
const crash = { at: 0, seen: 0 };
const observer: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen === crash.at) throw new Error(`crashed after statement ${crash.at}`);
  },
};

let shop: TestApp;
// a person with something in every table takes many requests
jest.setTimeout(120_000);

beforeAll(async () => {
  shop = await testApp({ observer });
  await addReachDiscount(shop.ctx, { label: '满 90 减 10', fromFen: 9000, offFen: 1000 });
});
afterAll(() => shop.close());

type Rows = Awaited<ReturnType<typeof rowsOf>>;
const merge = (from: string, into: string) =>
  shop.ctx.db.tx((tx) => mergePeople(shop.ctx, tx, { from, into, reason: 'phone' }));
const login = (name: string): Login => ({
  platform: 'weapp',
  appId: 'wx',
  code: `fake-${name}`,
  deviceId: `phone-${name}`,
});
const isSignedIn = async (shopper: Shopper) => (await shopper.get('/api/cart')).status === 200;
const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
const withOwner = (rows: Record<string, unknown>[], userId: string) =>
  rows.map((row) => ({ ...row, user_id: Number(userId) }));
const shelf = async (handle: string) =>
  (await stockShelf(shop.ctx, product({ handle, skus: [sku({ stock: 500 })] }))).skuIds[0]!;

describe('two people with something in every table', () => {
  let before: { from: Rows; into: Rows };
  let after: Rows;
  let ids: { from: string; into: string };

  beforeAll(async () => {
    const [into, from] = [await fullPerson(shop), await fullPerson(shop)];
    ids = { from: from.userId, into: into.userId };
    for (const person of [from, into]) await person.post('/api/account/deletion');
    before = { from: await rowsOf(shop, ids.from), into: await rowsOf(shop, ids.into) };
    expect(await merge(ids.from, ids.into)).toBe(true);
    after = await rowsOf(shop, ids.into);
  });

  test('become one: every row that a rule moves is there, under the one number, and as it was', () => {
    for (const [table, { merge: rule }] of Object.entries(PERSONAL_TABLES)) {
      const moved = withOwner(before.from[table]!, ids.into);
      // nothing that the two have is the same, so that no row meets another
      if (rule === 'move' || (rule === 'point' && table !== 'user_aliases')) {
        expect([table, sorted(after[table]!)]).toEqual([table, sorted([...before.into[table]!, ...moved])]);
      }
    }
    const totals = (rows: Rows) => rows.orders!.map((row) => Number(row.total_fen));
    expect(totals(after).sort()).toEqual([...totals(before.from), ...totals(before.into)].sort());
  });

  test('leave nothing under the old number but the alias and the log', async () => {
    const left = await rowsOf(shop, ids.from);
    for (const [table, { merge: rule }] of Object.entries(PERSONAL_TABLES)) {
      expect([table, left[table]]).toEqual([table, rule === 'stay' ? before.from[table] : []]);
    }
    const named = (await tablesWith(shop, [ids.from])).map((found) => found.split(':')[0]);
    // and the sweep that looks for what comes late; what the staff did was done under that number
    expect(named).toEqual(['ledger_transfers', 'merges', 'outbox', 'staff_touches', 'user_aliases']);
    expect(after.user_aliases).toContainEqual(
      expect.objectContaining({ old_user_id: Number(ids.from), reason: 'phone' }),
    );
    const log = after.merges!.find((row) => row.other_user_id === Number(ids.from));
    expect(log).toMatchObject({ reason: 'phone', outcome: 'merged' });
    expect(log!.moved).toMatchObject({ orders: 2, order_lines: 2, payments: 2, visits: before.from.visits!.length });
  });

  test('wished to leave, and are asked again; no job then deletes them', async () => {
    expect(after.account_deletions).toEqual([]);
    shop.advance(8 * 86_400_000);
    await shop.runJobs();
    shop.advance(-8 * 86_400_000);
    expect((await rowsOf(shop, ids.into)).users).toHaveLength(1);
  });

  test('cannot be merged twice: the second time changes nothing', async () => {
    const now = await rowsOf(shop, ids.into);
    expect(await merge(ids.from, ids.into)).toBe(false);
    expect(await rowsOf(shop, ids.into)).toEqual(now);
  });
});

test('whoever is merged with whom, in whatever order and however often, nothing is lost and nothing is doubled', async () => {
  const pair = fc.tuple(fc.nat(3), fc.nat(3));
  const story = fc.record({
    people: fc.array(randomPerson, { minLength: 4, maxLength: 4 }),
    pairs: fc.array(pair, { minLength: 1, maxLength: 5 }),
  });
  let merges = 0;
  await fc.assert(
    fc.asyncProperty(story, async ({ people, pairs }) => {
      const ids: string[] = [];
      for (const [nth, person] of people.entries()) ids.push(await savePerson(shop.ctx, person, nth));
      const rootOf = [0, 1, 2, 3];
      for (const [a, b] of pairs) {
        const [from, into] = [rootOf[a]!, rootOf[b]!];
        // by numbers that may be old ones: those do nothing
        const isNew = a === from && from !== into;
        expect(await merge(ids[a]!, ids[into]!)).toBe(isNew);
        expect(await merge(ids[a]!, ids[into]!)).toBe(false);
        if (isNew) rootOf.forEach((root, nth) => root === from && (rootOf[nth] = into));
        if (isNew) merges += 1;
      }
      for (const root of new Set(rootOf)) {
        const group = people.map((person, nth) => ({ person, nth })).filter(({ nth }) => rootOf[nth] === root);
        expect(await sumsOf(shop.ctx, ids[root]!)).toEqual(sumsFor(group));
      }
      const aliases = await shop.ctx.db.query<{ old: string; now: string }>(
        sql`select old_user_id as old, user_id as now from user_aliases where old_user_id = any(${ids}::bigint[])`,
      );
      // what is due later is no matter of the tests after this one
      await shop.ctx.db.query(sql`delete from outbox`);
      for (const { old, now } of aliases) expect(now).toBe(ids[rootOf[ids.indexOf(old)]!]);
    }),
    runs(1000),
  );
  process.stderr.write(`${merges} merges\n`);
  expect(merges).toBeGreaterThan(0);
}, 3_600_000);

test('after a crash at any statement of a merge both are as they were, or both are one', async () => {
  const [from, into] = [await fullPerson(shop), await fullPerson(shop)];
  const whole = [await rowsOf(shop, from.userId), await rowsOf(shop, into.userId)];
  let crashes = 0;
  for (;;) {
    crash.seen = 0;
    crash.at = crashes + 1;
    const outcome = await merge(from.userId, into.userId).catch(() => null);
    crash.at = 0;
    if (outcome !== null) break;
    crashes += 1;
    const now = [await rowsOf(shop, from.userId), await rowsOf(shop, into.userId)];
    // the last statement is COMMIT: what crashes behind it has been done
    if (now[0]!.users!.length > 0) expect(now).toEqual(whole);
    else expect(now[0]!.orders).toEqual([]);
  }
  expect(crashes).toBeGreaterThan(Object.keys(PERSONAL_TABLES).length);
  expect((await rowsOf(shop, into.userId)).orders).toHaveLength(4);
});

test('an order of the old number is still closed in time, also by a job that had it in hand at the merge', async () => {
  const skuId = await shelf('closed-in-time');
  const [from, into] = [await shop.shopper(login('job-from')), await shop.shopper(login('job-into'))];
  const order = await placeOrder(from, [{ skuId, quantity: 3 }]);
  shop.advance(31 * 60_000);
  const handlers = {
    ...jobHandlers,
    // takes its job, and only then the merge happens
    'order.expire': async (...[ctx, payload, attempt]: Parameters<(typeof jobHandlers)[string]>) => {
      if (payload.userId === from.userId) await merge(from.userId, into.userId);
      return jobHandlers['order.expire']!(ctx, payload, attempt);
    },
  };
  await runDueJobs(shop.ctx, handlers);
  shop.advance(61_000);
  await shop.runJobs();
  expect((await into.get(`/api/orders/${order.id}`)).body).toMatchObject({ state: 'closed', closeReason: 'expired' });
  expect(await stockOf(shop.ctx, skuId)).toMatchObject({ reserved: 0 });
});

test('what a request under way still wrote under the old number is brought along a minute later', async () => {
  const skuId = await shelf('written-late');
  const [from, into] = [await shop.shopper(login('late-from')), await shop.shopper(login('late-into'))];
  await merge(from.userId, into.userId);
  await shop.ctx.db.query(sql`insert into cart_items (user_id, sku_id, quantity) values (${from.userId}, ${skuId}, 2)`);
  shop.advance(61_000);
  await shop.runJobs();
  expect((await into.get('/api/cart')).body.items).toMatchObject([{ skuId, quantity: 2 }]);
  shop.advance(3_600_000);
  await shop.runJobs();
  const left = await shop.ctx.db.query(
    sql`select 1 from outbox where topic = 'members.sweep' and payload ->> 'oldUserId' = ${from.userId}`,
  );
  expect(left).toEqual([]);
});

test('a job that was written under an old number is run for the person of today', async () => {
  const skuId = await shelf('old-job');
  const [from, into] = [await shop.shopper(login('old-from')), await shop.shopper(login('old-into'))];
  await merge(from.userId, into.userId);
  const order = await placeOrder(into, [{ skuId, quantity: 1 }]);
  await shop.ctx.db.query(sql`delete from outbox where payload ->> 'orderId' = ${order.id}`);
  const payload = JSON.stringify({ userId: from.userId, orderId: order.id });
  await shop.ctx.db.query(
    sql`insert into outbox (shard, job_id, topic, payload, run_at) values (0, ${shop.ctx.makeId()}, 'order.expire', ${payload}, ${shop.ctx.now()})`,
  );
  await shop.runJobs();
  expect((await into.get(`/api/orders/${order.id}`)).body.state).toBe('closed');
});

test('an order that is sent again after the merge, with its key, is the same order', async () => {
  const skuId = await shelf('same-key');
  const [from, into] = [await shop.shopper(login('key-from')), await shop.shopper(login('key-into'))];
  const [draft, key] = [await draftOrder(from, [{ skuId, quantity: 1 }]), newKey()];
  const first = await from.post('/api/orders', draft, key);
  await merge(from.userId, into.userId);
  const again = await shop.shopper(login('key-from'));
  expect(again.userId).toBe(into.userId);
  expect((await again.post('/api/orders', draft, key)).body.id).toBe(first.body.id);
  expect((await into.get('/api/orders')).body.items).toHaveLength(1);
});

test('a login and a merge at the same time leave no session of the number that is no more', async () => {
  for (let nth = 0; nth < 8; nth++) {
    const [a, b] = [login(`race-a-${nth}`), login(`race-b-${nth}`)];
    const [from, into] = [await shop.shopper(a), await shop.shopper(b)];
    const [again, other] = await Promise.all([shop.shopper(a), shop.shopper(b), merge(from.userId, into.userId)]);
    expect(await isSignedIn(other)).toBe(true);
    expect(await isSignedIn(again)).toBe(again.userId === into.userId);
    expect((await shop.shopper(a)).userId).toBe(into.userId);
    const live = await shop.ctx.db.query(
      sql`select 1 from sessions where user_id = ${from.userId} and revoked_at is null`,
    );
    expect(live).toEqual([]);
  }
});

test('two who prove the same number at once, and two merges crosswise at once, end as one person', async () => {
  for (let nth = 0; nth < 5; nth++) {
    const proof = { proof: { kind: 'code', code: `fake-1350000000${nth}` } };
    const people = [await shop.shopper(login(`twin-a-${nth}`)), await shop.shopper(login(`twin-b-${nth}`))];
    await Promise.all(people.map((person) => person.post('/api/phone', proof)));
    const now = await Promise.all([shop.shopper(login(`twin-a-${nth}`)), shop.shopper(login(`twin-b-${nth}`))]);
    expect(now[0].userId).toBe(now[1].userId);

    const [a, b] = [await shop.shopper(login(`cross-a-${nth}`)), await shop.shopper(login(`cross-b-${nth}`))];
    const crosswise = await Promise.allSettled([merge(a.userId, b.userId), merge(b.userId, a.userId)]);
    expect(crosswise.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(1);
  }
});
