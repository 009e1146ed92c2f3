import { PERSONAL_TABLES } from '../src/account/personalTables';
import { deleteAccount } from '../src/account/deleteAccount';
import { sql, type Observer } from '../src/db/db';
import { runDueJobs } from '../src/jobs';
import { jobHandlers } from '../src/app';
import { employee } from './support/employees';
import { placeOrder, product, sku, stockShelf } from './support/fixtures';
import { fullPerson, rowsOf, tablesWith, type FullPerson } from './support/fullPerson';
import { addReachDiscount } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Dies after the nth statement from now on. */
const crash = { at: 0, seen: 0 };
const observer: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen === crash.at) throw new Error(`crashed after statement ${crash.at}`);
  },
};

// a person with something in every table takes many requests
jest.setTimeout(120_000);

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp({ observer });
  await addReachDiscount(shop.ctx, { label: '满 90 减 10', fromFen: 9000, offFen: 1000 });
});
afterAll(() => shop.close());

const ask = async (shopper: Shopper) => (await shopper.post('/api/account/deletion')).body;
const doneAt = async ({ userId }: Shopper) =>
  (
    await shop.ctx.db.query<{ done_at: Date | null }>(
      sql`select done_at from account_deletions where user_id = ${userId}`,
    )
  )[0]?.done_at;
const jobsOf = ({ userId }: Shopper) =>
  shop.ctx.db.query<{ attempts: number }>(
    sql`select attempts from outbox where topic = 'account.delete' and payload ->> 'userId' = ${userId}`,
  );
/** Moves the clock to the day on which a wish of now is due, and runs what is due by then. */
async function whenDue(): Promise<void> {
  shop.advance(7 * DAY_MS + 1000);
  await shop.runJobs();
}
const isSignedIn = async (shopper: Shopper) => (await shopper.get('/api/cart')).status === 200;

/** A shopper with an unpaid order that does not expire by itself in this test. */
async function withOrder(handle: string): Promise<{ shopper: Shopper; orderId: string }> {
  const shopper = await shop.shopper();
  const { skuIds } = await stockShelf(shop.ctx, product({ handle, skus: [sku()] }));
  const { id: orderId } = await placeOrder(shopper, [{ skuId: skuIds[0]!, quantity: 1 }]);
  await shop.ctx.db.query(sql`delete from outbox where topic = 'order.expire' and payload ->> 'orderId' = ${orderId}`);
  return { shopper, orderId };
}
const setState = (orderId: string, state: string) =>
  shop.ctx.db.query(sql`update orders set state = ${state} where order_id = ${orderId}`);

test('every table with a person’s key says what forgetting does with it', async () => {
  const tables = await shop.ctx.db.query<{ name: string }>(
    sql`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'user_id' order by table_name`,
  );
  expect(Object.keys(PERSONAL_TABLES).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('every table with a person’s key says what merging does with it', () => {
  const silent = Object.entries(PERSONAL_TABLES).filter(([, { merge }]) => merge === undefined);
  expect(silent.map(([table]) => table)).toEqual([]);
});

describe('a person with something in every table', () => {
  let person: FullPerson;
  let other: FullPerson;
  let before: Awaited<ReturnType<typeof rowsOf>>;
  let after: typeof before;
  let othersBefore: typeof before;

  beforeAll(async () => {
    person = await fullPerson(shop);
    other = await fullPerson(shop);
    await ask(person);
    // the other one stays
    await ask(other);
    shop.advance(7 * DAY_MS - 60_000);
    await shop.runJobs();
    before = await rowsOf(shop, person.userId);
    await other.delete('/api/account/deletion');
    othersBefore = await rowsOf(shop, other.userId);
    shop.advance(120_000);
    await shop.runJobs();
    after = await rowsOf(shop, person.userId);
  });

  test('has a row in each of them until the seven days are over', () => {
    const empty = Object.entries(before).filter(([, rows]) => rows.length === 0);
    expect(empty.map(([table]) => table)).toEqual([]);
    expect(before.account_deletions![0]!.done_at).toBeNull();
  });

  test('has none afterwards, but for the books, which are as they were', () => {
    for (const [table, { does }] of Object.entries(PERSONAL_TABLES)) {
      const rows = [table, after[table]];
      if (does === 'delete') expect(rows).toEqual([table, []]);
      else if (table === 'account_deletions') expect(after[table]![0]!.done_at).not.toBeNull();
      else if (does === 'keep') expect(rows).toEqual([table, before[table]]);
    }
  });

  test('is named nowhere in the database any more, and their device in the list of devices alone', async () => {
    expect(await tablesWith(shop, person.secrets)).toEqual([]);
    expect(await tablesWith(shop, [person.login.deviceId])).toEqual([`devices: ${person.login.deviceId}`]);
    expect(await tablesWith(shop, [other.secrets[0]!])).not.toEqual([]);
  });

  test('keeps the orders with their amounts, which the console still reads', async () => {
    const kept = (rows: typeof before) => rows.orders!.map(({ address: _, note: __, invoice: ___, ...order }) => order);
    expect(kept(after)).toEqual(kept(before));
    const owner = await employee(shop, 'owner');
    const { body } = await owner.send('GET', `/admin/orders/${person.orderIds.delivered}`);
    expect(body.order).toMatchObject({
      state: 'done',
      totalFen: 9000,
      note: '',
      address: {
        name: '已注销',
        phone: '000-00000000',
        province: '浙江省',
        city: '杭州市',
        district: '',
        detail: '已注销',
      },
      invoice: { type: 'personal', title: '个人', taxNumber: null, email: 'removed@example.invalid' },
    });
    const { items } = (await owner.send('GET', `/admin/orders?orderId=${person.orderIds.pickedUp}`)).body;
    expect(items).toEqual([expect.objectContaining({ maskedName: '已*', maskedPhone: '000****0000' })]);
  });

  test('is signed out, and a new person on the same device', async () => {
    expect((await person.get('/api/cart')).body.error.code).toBe('session_required');
    const again = await shop.shopper(person.login);
    expect(again.userId).not.toBe(person.userId);
    expect((await again.get('/api/orders')).body.items).toEqual([]);
    expect((await again.get('/api/account/deletion')).body.state).toBe('none');
  });

  test('is forgotten once: doing it again changes nothing, and an hour later the job is over', async () => {
    await deleteAccount(shop.ctx, person.userId);
    expect(await rowsOf(shop, person.userId)).toEqual(after);
    shop.advance(HOUR_MS + 1000);
    await shop.runJobs();
    expect(await rowsOf(shop, person.userId)).toEqual(after);
    expect(await jobsOf(person)).toEqual([]);
  });

  test('takes nothing of another person with them', async () => {
    expect(await rowsOf(shop, other.userId)).toEqual(othersBefore);
    expect(await isSignedIn(other)).toBe(true);
  });
});

test('what a request under way still wrote is taken an hour later', async () => {
  const shopper = await shop.shopper();
  await ask(shopper);
  await whenDue();
  const { skuIds } = await stockShelf(shop.ctx, product({ handle: 'late', skus: [sku()] }));
  await shop.ctx.db.query(
    sql`insert into cart_items (user_id, sku_id, quantity) values (${shopper.userId}, ${skuIds[0]}, 1)`,
  );
  shop.advance(HOUR_MS + 1000);
  await shop.runJobs();
  expect((await rowsOf(shop, shopper.userId)).cart_items).toEqual([]);
});

test('a deletion that was withdrawn is not carried out', async () => {
  const shopper = await shop.shopper();
  await ask(shopper);
  await shopper.delete('/api/account/deletion');
  await whenDue();
  expect(await isSignedIn(shopper)).toBe(true);
  expect(await jobsOf(shopper)).toEqual([]);
});

test('a deletion that was withdrawn and asked for again waits for the later day', async () => {
  const shopper = await shop.shopper();
  await ask(shopper);
  shop.advance(3 * DAY_MS);
  await shopper.delete('/api/account/deletion');
  await ask(shopper);
  shop.advance(4 * DAY_MS + 1000);
  await shop.runJobs();
  expect(await isSignedIn(shopper)).toBe(true);
  shop.advance(3 * DAY_MS);
  await shop.runJobs();
  expect(await isSignedIn(shopper)).toBe(false);
});

test.each(['unpaid', 'paid', 'shipped'])(
  'a deletion waits for a %s order, and can be withdrawn meanwhile',
  async (state) => {
    const { shopper, orderId } = await withOrder(`under-way-${state}`);
    await setState(orderId, state);
    const asked = await ask(shopper);
    await whenDue();
    expect((await shopper.get('/api/account/deletion')).body).toEqual(asked);
    expect((await shopper.get(`/api/orders/${orderId}`)).body).toMatchObject({ state, address: { name: '林小满' } });
    await setState(orderId, 'done');
    shop.advance(6 * HOUR_MS);
    await shop.runJobs();
    expect(await isSignedIn(shopper)).toBe(false);
  },
);

test('a deletion waits for money that is still on its way back', async () => {
  const { shopper, orderId } = await withOrder('refunding');
  await shopper.post(`/api/orders/${orderId}/payments`, {}, `key-${orderId}`);
  await setState(orderId, 'closed');
  const payment = (state: string) =>
    shop.ctx.db.query(sql`update payments set state = ${state} where order_id = ${orderId}`);
  await payment('refunding');
  await ask(shopper);
  await whenDue();
  expect(await isSignedIn(shopper)).toBe(true);
  await payment('refunded');
  shop.advance(6 * HOUR_MS);
  await shop.runJobs();
  expect(await isSignedIn(shopper)).toBe(false);
});

test('a deletion that waits for weeks can be withdrawn, and one error then does not set its job aside', async () => {
  const { shopper } = await withOrder('for-weeks');
  await ask(shopper);
  await whenDue();
  for (let time = 0; time < 25; time++) {
    shop.advance(6 * HOUR_MS);
    await shop.runJobs();
  }
  expect(await jobsOf(shopper)).toEqual([{ attempts: 0 }]);
  expect((await shopper.delete('/api/account/deletion')).body.state).toBe('none');
  shop.advance(6 * HOUR_MS);
  await shop.runJobs();
  expect(await jobsOf(shopper)).toEqual([]);
});

test('after a crash at any statement a person is there wholly or not at all, and the next run finishes', async () => {
  const { userId } = await fullPerson(shop);
  const asked = await shop.ctx.db.query<{ due_at: Date }>(
    sql`insert into account_deletions (user_id, requested_at, due_at) values (${userId}, ${shop.ctx.now()}, ${shop.ctx.now()})
      returning due_at`,
  );
  expect(asked).toHaveLength(1);
  await shop.runJobs();
  const whole = await rowsOf(shop, userId);
  let crashes = 0;
  for (;;) {
    crash.seen = 0;
    crash.at = crashes + 1;
    const outcome = await deleteAccount(shop.ctx, userId).catch(() => null);
    crash.at = 0;
    if (outcome) break;
    crashes += 1;
    const rows = await rowsOf(shop, userId);
    // the last statement is COMMIT: what crashes behind it has been done
    if (rows.users!.length > 0) expect(rows).toEqual(whole);
    else expect(rows.addresses).toEqual([]);
  }
  expect(crashes).toBeGreaterThan(Object.values(PERSONAL_TABLES).filter(({ does }) => does !== 'keep').length);
  expect((await rowsOf(shop, userId)).users).toEqual([]);
});

test('a deletion is asked for together with its job or not at all', async () => {
  const shopper = await shop.shopper();
  for (let at = 1; at < 8; at++) {
    crash.seen = 0;
    crash.at = at;
    await shopper.post('/api/account/deletion');
    crash.at = 0;
    expect((await jobsOf(shopper)).length).toBe((await doneAt(shopper)) === undefined ? 0 : 1);
  }
  expect(await jobsOf(shopper)).toHaveLength(1);
});

test('a login and a deletion at the same time leave no session of the person who was forgotten', async () => {
  for (let nth = 0; nth < 5; nth++) {
    const login = {
      platform: 'weapp',
      appId: 'wx-shop',
      code: `fake-racer-${nth}`,
      deviceId: `racer-${nth}-phone`,
    } as const;
    const shopper = await shop.shopper(login);
    await ask(shopper);
    shop.advance(7 * DAY_MS + 1000);
    const [again] = await Promise.all([shop.shopper(login), runDueJobs(shop.ctx, jobHandlers)]);
    expect(await isSignedIn(again)).toBe(again.userId !== shopper.userId);
  }
});
