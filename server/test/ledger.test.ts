import { sql } from '../src/db/db';
import { credit } from '../src/ledger/credit';
import type { Entry } from '../src/ledger/entries';
import { expireLots } from '../src/ledger/expireLots';
import { listTransfers } from '../src/ledger/listTransfers';
import { giveBack, release, settle } from '../src/ledger/moveHeld';
import { readBalance } from '../src/ledger/readBalance';
import { freeze, spend } from '../src/ledger/spend';
import { takeBack } from '../src/ledger/takeBack';
import type { Tx } from '../src/db/db';
import { testApp, type TestApp } from './support/testApp';

const DAY_MS = 86_400_000;

let shop: TestApp;
let userId: string;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());
beforeEach(() => {
  userId = shop.ctx.makeId();
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => shop.ctx.db.tx(work);
const entry = (ref: string, amount: number): Entry => ({
  userId,
  unit: 'points',
  kind: 'gift',
  ref,
  reason: '测试',
  amount,
});
const inDays = (days: number) => new Date(shop.ctx.now().getTime() + days * DAY_MS);
const give = (ref: string, amount: number, days: number | null = null) =>
  inTx((tx) => credit(shop.ctx, tx, { ...entry(ref, amount), expiresAt: days === null ? null : inDays(days) }));
const freezeIt = (ref: string, amount: number) => inTx((tx) => freeze(shop.ctx, tx, entry(ref, amount)));
const balance = () => readBalance(shop.ctx.db, userId, 'points', shop.ctx.now());
const lots = async () =>
  (
    await shop.ctx.db.query<{ left: number }>(
      sql`select left_amount::int as left from ledger_lots where user_id = ${userId} order by lot_id`,
    )
  ).map(({ left }) => left);

test('an event gives once, also when it comes ten times at once', async () => {
  const given = await Promise.all(Array.from({ length: 10 }, () => give('same', 30)));
  expect(given.filter(Boolean)).toHaveLength(1);
  expect(await balance()).toEqual({ available: 30, frozen: 0 });
});

test('ten who spend at once spend what is there, and not a point more', async () => {
  await give('a', 25);
  const spent = await Promise.allSettled(
    Array.from({ length: 10 }, (_, nth) => inTx((tx) => spend(shop.ctx, tx, entry(`spend-${nth}`, 10)))),
  );
  expect(spent.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  for (const result of spent)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'not_enough' });
  expect(await balance()).toEqual({ available: 5, frozen: 0 });
});

test('what expires first is spent first, and comes back to where it was', async () => {
  await give('for-ever', 10);
  await give('late', 10, 9);
  await give('soon', 10, 2);
  await freezeIt('o1', 15);
  expect(await lots()).toEqual([10, 5, 0]);
  expect(await inTx((tx) => release(shop.ctx, tx, entry('o1', 1)))).toBe(15);
  expect(await lots()).toEqual([10, 10, 10]);
  await freezeIt('o2', 25);
  await inTx((tx) => settle(shop.ctx, tx, entry('o2', 1)));
  expect(await lots()).toEqual([5, 0, 0]);
  const of = { kind: 'settle', ref: 'o2' };
  // those that last longest first
  expect(await inTx((tx) => giveBack(shop.ctx, tx, { ...entry('back', 8), of }))).toBe(8);
  expect(await lots()).toEqual([10, 3, 0]);
  expect(await inTx((tx) => giveBack(shop.ctx, tx, { ...entry('rest', 99), of }))).toBe(17);
  expect(await lots()).toEqual([10, 10, 10]);
});

test('what was settled is not released, and what was released is not settled', async () => {
  await give('a', 10);
  await freezeIt('paid', 4);
  await freezeIt('closed', 3);
  expect(await balance()).toEqual({ available: 3, frozen: 7 });
  const both = (ref: string) =>
    inTx(async (tx) => [await settle(shop.ctx, tx, entry(ref, 1)), await release(shop.ctx, tx, entry(ref, 1))]);
  expect(await both('paid')).toEqual([4, 0]);
  expect(await inTx((tx) => release(shop.ctx, tx, entry('closed', 1)))).toBe(3);
  expect(await both('closed')).toEqual([0, 0]);
  expect(await both('never')).toEqual([0, 0]);
  expect(await balance()).toEqual({ available: 6, frozen: 0 });
});

test('what is over cannot be spent from that moment on, and the job takes it once', async () => {
  await give('a', 10, 1);
  await give('b', 5, 9);
  shop.advance(DAY_MS);
  expect(await balance()).toEqual({ available: 5, frozen: 0 });
  await expect(freezeIt('o1', 6)).rejects.toMatchObject({ code: 'not_enough', details: { unit: 'points' } });
  const expire = () => inTx((tx) => expireLots(shop.ctx, tx, userId, 'points'));
  expect([await expire(), await expire()]).toEqual([10, 0]);
  expect(await balance()).toEqual({ available: 5, frozen: 0 });
});

test('what is taken back is what was given, as far as it is there; the rest is noted and no debt', async () => {
  await give('order', 100);
  await give('other', 20);
  const of = { kind: 'gift', ref: 'order' };
  const take = (ref: string, amount: number) => inTx((tx) => takeBack(shop.ctx, tx, { ...entry(ref, amount), of }));
  expect(await take('first', 30)).toEqual({ taken: 30, short: 0 });
  expect(await take('first', 30)).toEqual({ taken: 0, short: 0 });
  expect(await lots()).toEqual([70, 20]);
  await inTx((tx) => spend(shop.ctx, tx, entry('spent', 75)));
  expect(await take('second', 60)).toEqual({ taken: 15, short: 45 });
  // 100 were given, 90 were asked back
  expect(await take('third', 60)).toEqual({ taken: 0, short: 10 });
  expect(await take('fourth', 60)).toEqual({ taken: 0, short: 0 });
  expect(await balance()).toEqual({ available: 0, frozen: 0 });
});

test('a statement says after each line what there was, and pages go on where the last one ended', async () => {
  await give('a', 10);
  await freezeIt('o1', 4);
  await inTx((tx) => settle(shop.ctx, tx, entry('o1', 1)));
  await give('b', 7);
  const page = (cursor?: string) =>
    listTransfers(shop.ctx.db, { userId, unit: 'points', side: 'all', limit: 2, cursor });
  const first = await page();
  expect(first.items).toMatchObject([
    { delta: 7, balance: 13 },
    { delta: -4, balance: 6, kind: 'freeze' },
  ]);
  const second = await page(first.nextCursor!);
  expect(second).toMatchObject({ items: [{ delta: 10, balance: 10 }], nextCursor: null });
  const spent = await listTransfers(shop.ctx.db, { userId, unit: 'points', side: 'out', limit: 9 });
  expect(spent.items).toMatchObject([{ delta: -4, balance: 6 }]);
});

test('half a point, none, and less than none are mistakes of the one who calls', async () => {
  for (const amount of [0, -5, 1.5, Number.NaN]) {
    await expect(give('a', amount)).rejects.toThrow();
    await expect(freezeIt('o1', amount)).rejects.toThrow();
  }
  expect(await balance()).toEqual({ available: 0, frozen: 0 });
});
