import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { saveTemplate } from '../src/coupons/editTemplates';
import { expireCoupons } from '../src/coupons/endHeld';
import { issueCoupon } from '../src/coupons/giveCoupon';
import { freezeCoupons, releaseCoupons, returnCoupons, useCoupons } from '../src/coupons/orderCoupons';
import { sql, type Observer } from '../src/db/db';
import { mergePeople } from '../src/members/mergePeople';
import { testApp, type TestApp } from './support/testApp';

const HOUR = 3_600_000;
/** Operations of one history; with the runs below 100,000 at full size. */
const STEPS = 50;

/** Dies after the nth statement from now on. */
const crash = { at: 0, seen: 0 };
const observer: Observer = {
  after(text) {
    // what dies after its commit has been done, and whoever asks again is told so
    if (text !== 'COMMIT' && crash.at > 0 && ++crash.seen === crash.at)
      throw new Error(`crashed after statement ${crash.at}`);
  },
};

let shop: TestApp;
let clock: number;
beforeAll(async () => {
  shop = await testApp({ observer });
  clock = shop.ctx.now().getTime();
  shop.ctx.now = () => new Date(clock);
});
afterAll(() => shop.close());

/** As the console writes it, without an employee who signs in. */
async function template(isReturned: boolean): Promise<string> {
  const worth = { kind: 'fixed' as const, offFen: 100, offPermille: null, maxOffFen: null, fromFen: 0 };
  const scope = { productIds: [], categoryIds: [], platforms: [], levelIds: [], isForNew: false };
  const fields = { name: '券', ...worth, scope, stacking: 'all' as const, isReturned, isPublic: false, code: null };
  const times = { claimFrom: null, claimUntil: null, validFrom: null, validUntil: null, validDays: 1 };
  const { after } = await saveTemplate(shop.ctx, null, { ...fields, ...times, totalLimit: null, personLimit: 1 }, '1');
  return after.id;
}

const step = fc.record({
  does: fc.constantFrom('give', 'give', 'freeze', 'freeze', 'use', 'release', 'return', 'expire', 'wait', 'merge'),
  who: fc.nat(2),
  at: fc.nat(),
  other: fc.nat(),
  /** After which statement it dies; mostly never. */
  dies: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 6 })),
});

interface Coupon {
  id: string;
  userId: string;
  state: 'held' | 'frozen' | 'used' | 'expired';
  orderId: string | null;
  expiresAt: number;
  isReturned: boolean;
}

/** What the world should look like, in a few lines of words. */
interface Model {
  people: string[];
  coupons: Coupon[];
  orders: { id: string; userId: string; couponIds: string[] }[];
  refs: Set<string>;
}

const seen = { given: 0, refused: 0, frozen: 0, used: 0, released: 0, returned: 0, expired: 0, merged: 0, died: 0 };

/** Runs a transaction that may die: answers what it gave, or null when nothing of it may have happened. */
async function attempt<T>(dies: number, work: () => Promise<T>): Promise<{ done: T } | null> {
  Object.assign(crash, { seen: 0, at: dies });
  try {
    return { done: await work() };
  } catch (error) {
    if (!String(error).includes('crashed')) throw error;
    seen.died += 1;
    return null;
  } finally {
    crash.at = 0;
  }
}

async function play(
  model: Model,
  act: { does: string; who: number; at: number; other: number; dies: number },
  templates: string[],
) {
  const { does, at, other, dies } = act;
  const { ctx } = shop;
  const userId = model.people[act.who % model.people.length]!;
  const theirs = model.coupons.filter((coupon) => coupon.userId === userId);
  const order = model.orders.length > 0 ? model.orders[at % model.orders.length]! : undefined;
  const ofOrder = (state: string) => model.coupons.filter((one) => one.orderId === order?.id && one.state === state);
  if (does === 'wait') clock += (at % 40) * HOUR;
  if (does === 'give') {
    const nth = other % templates.length;
    const ref = `gift:${at % 6}`;
    const key = `${userId} ${nth} ${ref}`;
    const result = await attempt(dies, () =>
      ctx.db.tx((tx) => issueCoupon(ctx, tx, { userId, templateId: templates[nth]!, ref })),
    );
    if (!result) return;
    expect(result.done === null).toBe(model.refs.has(key));
    seen[result.done === null ? 'refused' : 'given'] += 1;
    if (result.done === null) return;
    model.refs.add(key);
    const expiresAt = clock + 24 * HOUR;
    model.coupons.push({ id: result.done, userId, state: 'held', orderId: null, expiresAt, isReturned: nth === 0 });
  }
  if (does === 'freeze' && theirs.length > 0) {
    const wanted = [...new Set([theirs[at % theirs.length]!, theirs[other % theirs.length]!])];
    const id = ctx.makeId();
    const all = wanted.every(({ state, expiresAt }) => state === 'held' && expiresAt > clock);
    const result = await attempt(dies, () =>
      ctx.db
        .tx(async (tx) => {
          const frozen = await freezeCoupons(
            ctx,
            tx,
            { userId, orderId: id },
            wanted.map((coupon) => ({ id: coupon.id, offFen: 100 })),
          );
          if (frozen.size < wanted.length) throw new Error('not all');
        })
        .then(
          () => true,
          (error: Error) => {
            if (error.message === 'not all') return false;
            throw error;
          },
        ),
    );
    if (!result) return;
    expect(result.done).toBe(all);
    if (!all) return;
    for (const coupon of wanted) Object.assign(coupon, { state: 'frozen', orderId: id });
    model.orders.push({ id, userId, couponIds: wanted.map((coupon) => coupon.id) });
    seen.frozen += 1;
  }
  if (order && (does === 'use' || does === 'release' || does === 'return')) {
    const key = { userId: order.userId, orderId: order.id };
    const move = { use: useCoupons, release: releaseCoupons, return: returnCoupons }[does];
    const result = await attempt(dies, () => ctx.db.tx((tx) => move(ctx, tx, key)));
    if (!result) return;
    const moved = does === 'return' ? ofOrder('used').filter(({ isReturned }) => isReturned) : ofOrder('frozen');
    for (const coupon of moved)
      Object.assign(coupon, does === 'use' ? { state: 'used' } : { state: 'held', orderId: null });
    if (moved.length > 0) seen[does === 'use' ? 'used' : does === 'release' ? 'released' : 'returned'] += 1;
  }
  if (does === 'expire') {
    // one statement: what it did stays when the process dies after it
    await attempt(dies, () => expireCoupons(ctx));
    const due = model.coupons.filter(({ state, expiresAt }) => state === 'held' && expiresAt <= clock);
    for (const coupon of due) coupon.state = 'expired';
    seen.expired += due.length;
  }
  if (does === 'merge' && model.people.length > 1 && at % 20 === 0) {
    const into = model.people[(act.who + 1) % model.people.length]!;
    const result = await attempt(dies, () =>
      ctx.db.tx((tx) => mergePeople(ctx, tx, { from: userId, into, reason: 'phone' })),
    );
    if (!result) return;
    for (const one of [...model.coupons, ...model.orders]) if (one.userId === userId) one.userId = into;
    for (const ref of [...model.refs]) if (ref.startsWith(`${userId} `)) model.refs.add(ref.replace(userId, into));
    model.people = model.people.filter((one) => one !== userId);
    seen.merged += 1;
  }
}

async function expectSame(model: Model): Promise<void> {
  const rows = await shop.ctx.db.query<
    Omit<Coupon, 'expiresAt' | 'isReturned'> & { last: string; order: string | null }
  >(
    sql`select c.coupon_id as id, c.user_id as "userId", c.state, c.order_id as "orderId", m.to_state as last,
        m.order_id as "order"
      from coupons c join lateral (select to_state, order_id from coupon_moves m
        where m.user_id = c.user_id and m.coupon_id = c.coupon_id order by move_id desc limit 1) m on true
      where c.user_id = any(${model.people}::bigint[]) order by c.coupon_id`,
  );
  const wanted = model.coupons.map(({ id, userId, state, orderId }) => ({ id, userId, state, orderId }));
  expect(rows.map(({ last: _, order: __, ...row }) => row)).toEqual(wanted.sort((a, b) => (a.id < b.id ? -1 : 1)));
  // what is kept is what the log says
  for (const { state, last, orderId, order } of rows) {
    expect(last).toBe(state);
    if (orderId !== null) expect(order).toBe(orderId);
  }
}

test('whatever happens to coupons, crashes and merges among it, each is where its log says, and in one order at most', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (acts) => {
      const templates = [await template(true), await template(false)];
      const people = (await Promise.all([1, 2, 3].map(() => shop.shopper()))).map(({ userId }) => userId);
      const model: Model = { people, coupons: [], orders: [], refs: new Set() };
      for (const act of acts) await play(model, act, templates);
      await expectSame(model);
      const [row] = await shop.ctx.db.query<{ given: number }>(
        sql`select sum(given_count)::int as given from coupon_templates where template_id = any(${templates}::bigint[])`,
      );
      expect(row!.given).toBe(model.coupons.length);
    }),
    { ...runs(2000), endOnFailure: true },
  );
  process.stderr.write(`${JSON.stringify(seen)}\n`);
  for (const [what, count] of Object.entries(seen)) expect([what, count > 0]).toEqual([what, true]);
}, 3_600_000);
