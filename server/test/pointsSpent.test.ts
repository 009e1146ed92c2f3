import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { jobHandlers } from '../src/app';
import { sql, type Observer } from '../src/db/db';
import { adjustPoints } from '../src/points/adjust';
import { ORDER_POINTS } from '../src/points/topics';
import { asked, buy, deliver, pay, rest } from './support/aftersale';
import { employee, type EmployeeClient } from './support/employees';
import { ADDRESS, newKey, product, sku, stockShelf } from './support/fixtures';
import { testApp, type Answer, type Shopper, type TestApp } from './support/testApp';

/** Dies after the nth statement from now on: what was committed stays, what was not is gone. */
const crash = { at: 0, seen: 0 };
const observer: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen === crash.at) throw new Error(`crashed after statement ${crash.at}`);
  },
};

let shop: TestApp;
let owner: EmployeeClient;
let shopper: Shopper;
let skuIds: string[];
beforeAll(async () => {
  shop = await testApp({ observer });
  owner = await employee(shop, 'owner');
  skuIds = [];
  for (const [nth, priceFen] of [999, 3333, 5000].entries()) {
    const shelf = product({ handle: `spent-${nth}`, skus: [sku({ priceFen, stock: 100_000 })] });
    skuIds.push((await stockShelf(shop.ctx, shelf)).skuIds[0]!);
  }
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await newcomer(4000);
});

let keys = 0;
async function newcomer(points: number): Promise<Shopper> {
  const person = await shop.shopper();
  const entry = { userId: person.userId, points, reason: '新人礼', key: `welcome-${++keys}` };
  await adjustPoints(shop.ctx, entry);
  return person;
}
const balance = async (who = shopper) => {
  const { available, frozen } = (await who.get('/api/points')).body;
  return { available, frozen };
};

interface Line {
  skuId: string;
  quantity: number;
}
async function place(items: Line[], points: number, who = shopper): Promise<Answer> {
  const address = await who.post('/api/addresses', ADDRESS);
  const quote = await who.post('/api/quotes', { items, points });
  const draft = { items, points, addressId: address.body.id, expectedTotalFen: quote.body.totalFen };
  return who.post('/api/orders', draft, newKey());
}
const one = (quantity: number) => [{ skuId: skuIds[2]!, quantity }];

test('points are set aside with an order, spent when it is paid, and there again when it is cancelled', async () => {
  const { body: paid } = await place(one(1), 1000);
  const { body: cancelled } = await place(one(2), 2000);
  expect(await balance()).toEqual({ available: 1000, frozen: 3000 });
  await pay(shop, shopper, paid.id);
  await shopper.post(`/api/orders/${cancelled.id}/cancel`);
  expect(await balance()).toEqual({ available: 3000, frozen: 0 });
  await shopper.post(`/api/orders/${cancelled.id}/cancel`);
  await rest(shop);
  expect(await balance()).toEqual({ available: 3000, frozen: 0 });
  const { items: lines } = (await shopper.get('/api/points/ledger')).body;
  expect(lines.map((line: { delta: number; balance: number }) => [line.delta, line.balance])).toEqual([
    [2000, 3000],
    [-2000, 1000],
    [-1000, 3000],
    [4000, 4000],
  ]);
});

test('an order that nobody pays gives its points back when its time is over', async () => {
  await place(one(1), 1500);
  expect(await balance()).toEqual({ available: 2500, frozen: 1500 });
  shop.advance(31 * 60_000);
  await rest(shop);
  expect(await balance()).toEqual({ available: 4000, frozen: 0 });
});

test('two orders at once that count on the same points: one has them, the other learns the new price', async () => {
  const answers = await Promise.all([place(one(2), 4000), place(one(2), 4000)]);
  const [first, second] = answers.sort((a, b) => a.status - b.status);
  expect([first!.status, second!.status]).toEqual([201, 409]);
  expect(second!.body.error.code).toBe('price_changed');
  expect(await balance()).toEqual({ available: 0, frozen: 4000 });
});

/** How an order's points were split over its lines; a point is a fen. */
async function splitOf(orderId: string) {
  const rows = await shop.ctx.db.query<{ skuId: string; fen: number }>(
    sql`select l.sku_id as "skuId", a.fen::int as fen from order_adjustments a
      join order_lines l on l.user_id = a.user_id and l.line_id = a.line_id
      where a.order_id = ${orderId} and a.kind = 'points'`,
  );
  return {
    spent: rows.reduce((total, { fen }) => total + fen, 0),
    fenOf: (skuId: string) => rows.find((row) => row.skuId === skuId)?.fen ?? 0,
  };
}

test('whatever is refunded in whatever parts, points come back in proportion and with the last unit all of them', async () => {
  const part = fc.record({ line: fc.nat(2), quantity: fc.integer({ min: 1, max: 2 }) });
  const story = fc.record({
    quantities: fc.array(fc.integer({ min: 3, max: 5 }), { minLength: 1, maxLength: 3 }),
    points: fc.integer({ min: 100, max: 4000 }),
    parts: fc.array(part, { minLength: 2, maxLength: 5 }),
    isShipped: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(story, async ({ quantities, points, parts, isShipped }) => {
      const who = await newcomer(4000);
      const items = quantities.map((quantity, nth) => ({ skuId: skuIds[nth]!, quantity }));
      const { body: order } = await place(items, points, who);
      await pay(shop, who, order.id);
      if (isShipped) {
        await owner.send('POST', `/admin/orders/${order.id}/shipments`, { carrier: '顺丰', trackingNo: 'SF12345678' });
      }
      const left = items.map((item) => ({ ...item }));
      const { spent, fenOf } = await splitOf(order.id);
      const refund = async (lines: Line[]) => {
        const before = (await balance(who)).available;
        const wish = isShipped ? { kind: 'refund', reason: 'not_received' } : {};
        const { id } = await asked(who, order.id, { lines, ...wish });
        expect((await owner.send('POST', `/admin/aftersales/${id}/approve`, {})).status).toBe(200);
        await rest(shop);
        for (const { skuId, quantity } of lines) left.find((line) => line.skuId === skuId)!.quantity -= quantity;
        const { available, frozen } = await balance(who);
        expect(frozen).toBe(0);
        expect(available).toBeGreaterThanOrEqual(before);
        // each line, and the sum of them, is rounded down
        const back = items.map(
          (item, nth) => ((item.quantity - left[nth]!.quantity) / item.quantity) * fenOf(item.skuId),
        );
        const due = back.reduce((total, fen) => total + fen, 0);
        expect(available - (4000 - spent)).toBeLessThanOrEqual(due);
        expect(available - (4000 - spent)).toBeGreaterThan(due - items.length - 1);
      };
      for (const { line, quantity } of parts) {
        const has = left[line % left.length]!;
        if (has.quantity > quantity) await refund([{ skuId: has.skuId, quantity }]);
      }
      await refund(left.filter(({ quantity }) => quantity > 0));
      expect((await balance(who)).available).toBe(4000);
    }),
    runs(200),
  );
}, 600_000);

test('what was paid with points earns none', async () => {
  const { body: order } = await place(one(2), 4000);
  await pay(shop, shopper, order.id);
  await deliver(owner, shopper, order.id);
  await rest(shop);
  // of 100 yuan 40 were points
  expect(await balance()).toEqual({ available: 60, frozen: 0 });
});

test('after a crash at any statement of the job that follows a delivery and a refund, points are right and given once', async () => {
  let crashes = 0;
  for (let at = 1; ; at++) {
    const who = await newcomer(1000);
    const { body: order } = await place(one(4), 1000, who);
    await pay(shop, who, order.id);
    const { id } = await asked(who, order.id, { lines: one(1) });
    await owner.send('POST', `/admin/aftersales/${id}/approve`, {});
    await deliver(owner, who, order.id);
    const settle = () => jobHandlers[ORDER_POINTS]!(shop.ctx, { userId: who.userId, orderId: order.id }, 1);
    crash.seen = 0;
    crash.at = at;
    await settle().catch(() => undefined);
    const hasCrashed = crash.seen >= at;
    crash.at = 0;
    await settle();
    await settle();
    // 3 of 4 units at 47.50 yuan, and a quarter of the points
    expect(await balance(who)).toEqual({ available: 142 + 250, frozen: 0 });
    if (!hasCrashed) break;
    crashes += 1;
  }
  expect(crashes).toBeGreaterThan(10);
}, 600_000);

test('only the person’s own points count, and no more than the shop takes', async () => {
  const poor = await newcomer(100);
  const { body: quote } = await poor.post('/api/quotes', { items: one(1), points: 999_999 });
  expect(quote).toMatchObject({ discountFen: 100, points: { available: 100, used: 100, usedFen: 100 } });
  const rich = await newcomer(9000);
  const { body: half } = await rich.post('/api/quotes', { items: one(1), points: 999_999 });
  expect(half).toMatchObject({ discountFen: 2500, points: { available: 9000, used: 2500, usedFen: 2500 } });
  const { order } = await buy(shop, rich, one(1));
  expect(order.discountFen).toBe(0);
});
