import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { decideOrder, guideAt } from '../src/attribution/replay';
import { readResults, type ResultRow } from '../src/attribution/results';
import { RESULT_KEYS } from '@jishi/contract/plain/attribution';
import { sql } from '../src/db/db';
import { customerOf, ownerOf, stopClock } from './support/attribution';
import { history, play } from './support/attributionHistory';
import { alive, logOf, newScene, numberOf, type Scene } from './support/attributionModel';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let clock: ReturnType<typeof stopClock>;
beforeAll(async () => {
  shop = await testApp();
  clock = stopClock(shop);
});
afterAll(() => shop.close());

const seen = { touch: 0, belongs: 0, own: 0, none: 0, nobodyKnown: 0, merges: 0, refunds: 0 };

/** Whose each order is, from what the test saw happen. */
async function expectOrders(scene: Scene): Promise<void> {
  for (const { orderId, placedAt, paidAt } of scene.orders) {
    const decision = paidAt && decideOrder(logOf(scene), scene.rules, { orderId, placedAt });
    const live = await ownerOf(shop, orderId);
    if (!decision) {
      expect(live).toBeUndefined();
      seen.nobodyKnown += 1;
      continue;
    }
    const { employeeId, storeId, token, reason, commissionPermille: permille } = decision;
    expect(live).toEqual({ employeeId, storeId, token, reason, permille });
    expect(employeeId === null).toBe(reason === 'none' || (reason === 'own' && decision.rules.own === 'exclude'));
    expect(decision.steps.filter(({ touch }) => touch === 'won').length).toBeLessThanOrEqual(1);
    seen[reason] += 1;
  }
}

/** With whom each person is now, and was whenever it was looked at: later merges have not changed that. */
async function expectGuides(scene: Scene): Promise<void> {
  const now = new Date(clock.now);
  for (const userId of alive(scene)) {
    const belonging = guideAt(logOf(scene), scene.rules, userId, now);
    expect(await customerOf(shop, userId)).toEqual(belonging ?? undefined);
  }
  for (const { userId, at, row } of scene.seen) {
    expect(guideAt(logOf(scene), scene.rules, userId, at) ?? undefined).toEqual(row);
  }
}

async function expectTotals(scene: Scene, from: Date): Promise<void> {
  const to = new Date(clock.now + 1);
  const totals = async (by: ResultRow['key'], span = { from, to }) => {
    const rows = await readResults(shop.ctx.db, { ...span, by: by as 'staff' });
    const sum = (list: ResultRow[], name: 'scans' | 'orders' | 'amountFen' | 'refundedFen' | 'commissionFen') =>
      list.reduce((whole, row) => whole + row[name], 0);
    const sums = (list: ResultRow[]) => ({
      scans: sum(list, 'scans'),
      amountFen: sum(list, 'amountFen'),
      refundedFen: sum(list, 'refundedFen'),
      commissionFen: sum(list, 'commissionFen'),
    });
    return { all: sums(rows), staff: sums(rows.filter(({ key }) => key !== '')), orders: sum(rows, 'orders') };
  };
  const paid = scene.orders.filter(({ paidAt }) => paidAt !== null);
  const { all, staff, orders } = await totals('staff');
  expect({ ...all, orders }).toMatchObject({
    scans: scene.scans,
    amountFen: paid.reduce((whole, { totalFen }) => whole + totalFen, 0),
    refundedFen: paid.reduce((whole, { backFen }) => whole + backFen, 0),
    orders: paid.filter(({ totalFen, backFen }) => totalFen === 0 || backFen < totalFen).length,
  });
  let commission = 0;
  for (const { orderId, totalFen, backFen } of paid) {
    commission += Math.floor(((totalFen - backFen) * ((await ownerOf(shop, orderId))?.permille ?? 0)) / 1000);
  }
  expect(all.commissionFen).toBe(commission);
  for (const by of RESULT_KEYS) if (by !== 'staff') expect([by, (await totals(by)).all]).toEqual([by, staff]);
  // a time that is cut in two is what its halves are
  const middle = new Date((from.getTime() + to.getTime()) / 2);
  const halves = [await totals('staff', { from, to: middle }), await totals('staff', { from: middle, to })];
  for (const name of ['scans', 'amountFen', 'refundedFen', 'commissionFen'] as const) {
    expect(halves[0]!.all[name] + halves[1]!.all[name]).toBe(all[name]);
  }
  seen.refunds += paid.filter(({ backFen }) => backFen > 0).length;
}

const everything = async () => {
  const rows: unknown[] = [];
  for (const table of ['staff_touches', 'staff_customers', 'order_guides']) {
    rows.push(await shop.ctx.db.query({ text: `select * from ${table} t order by to_jsonb(t)::text`, values: [] }));
  }
  return rows;
};

/** Every job of everybody once more. */
async function repeatJobs(scene: Scene): Promise<void> {
  for (const { person, orderId } of scene.orders) {
    const payload = JSON.stringify({ userId: numberOf(scene, person), orderId });
    for (const topic of ['staff.attribute', 'staff.place']) {
      await shop.ctx.db.query(
        sql`insert into outbox (shard, job_id, topic, payload, run_at)
          values (0, ${shop.ctx.makeId()}, ${topic}, ${payload}, ${shop.ctx.now()})`,
      );
    }
  }
  await shop.runJobs();
}

test('whatever people, guides and managers do, each order is whose it can be explained to be, and the sums are all there is', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      // the one database holds many histories: each begins after all that came before, with the rules of a new shop
      clock.pass(86_400_000);
      for (const table of [
        'attribution_rules',
        'outbox',
        'staff_touches',
        'staff_customers',
        'order_guides',
        'orders',
        'refunds',
      ])
        await shop.ctx.db.query({ text: `delete from ${table}`, values: [] });
      const from = new Date(clock.now);
      const scene = await newScene(shop, clock);
      for (const { act, gap } of steps) {
        clock.pass(gap);
        await play(scene, act);
      }
      clock.pass(1000);
      await play(scene, { do: 'jobs' });
      await expectOrders(scene);
      await expectGuides(scene);
      await expectTotals(scene, from);
      const before = await everything();
      await repeatJobs(scene);
      expect(await everything()).toEqual(before);
      seen.merges += scene.merges.length;
    }),
    runs(300),
  );
  process.stderr.write(`${JSON.stringify(seen)}\n`);
  const dead = await shop.ctx.db.query(sql`select topic, last_error from outbox where last_error is not null`);
  expect(dead).toEqual([]);
  // the rarest may need more runs than the short test has
  const ends = process.env.SOAK ? Object.values(seen) : [seen.touch + seen.belongs + seen.own + seen.none];
  for (const count of ends) expect(count).toBeGreaterThan(0);
}, 3_600_000);
