import { sql, type Observer } from '../src/db/db';
import { ask, asked, buy, rest } from './support/aftersale';
import { employee, type EmployeeClient } from './support/employees';
import { newKey, product, sku, stockOf, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

/** Dies after the nth statement from now on. */
const crash = { at: 0, seen: 0 };
const observer: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen === crash.at) throw new Error(`crashed after statement ${crash.at}`);
  },
};

let shop: TestApp;
let owner: EmployeeClient;
let shopper: Shopper;
let handles = 0;
beforeAll(async () => {
  shop = await testApp({ observer });
  owner = await employee(shop, 'owner');
  shopper = await shop.shopper();
});
afterAll(() => shop.close());

async function paid() {
  const item = product({ handle: `crash-${++handles}`, skus: [sku({ priceFen: 9900, stock: 5 })] });
  const skuId = (await stockShelf(shop.ctx, item)).skuIds[0]!;
  const { order } = await buy(shop, shopper, [{ skuId, quantity: 2 }]);
  return { skuId, orderId: order.id as string };
}

/** Does it with a crash after statement 1, 2, 3 …, then again without one, until it survives. Answers the crashes. */
async function crashEverywhere(
  prepare: () => Promise<{ act(): Promise<unknown>; check(): Promise<void> }>,
): Promise<number> {
  for (let at = 1; ; at++) {
    const { act, check } = await prepare();
    crash.seen = 0;
    crash.at = at;
    await act();
    const hasCrashed = crash.seen >= at;
    crash.at = 0;
    if (hasCrashed) await act();
    await check();
    if (!hasCrashed) return at - 1;
  }
}

test('after a crash at any statement of a request a retry with its key leaves one', async () => {
  const crashes = await crashEverywhere(async () => {
    const { skuId, orderId } = await paid();
    const key = newKey();
    return {
      act: () => ask(shopper, orderId, { lines: [{ skuId, quantity: 1 }] }, key),
      async check() {
        const { items, lines } = (await shopper.get(`/api/orders/${orderId}/aftersales`)).body;
        expect([items.length, lines[0].leftUnits]).toEqual([1, 1]);
      },
    };
  });
  expect(crashes).toBeGreaterThan(8);
}, 120_000);

test('after a crash at any statement of an approval the units are back once, and the money once', async () => {
  const crashes = await crashEverywhere(async () => {
    const { skuId, orderId } = await paid();
    const { id } = await asked(shopper, orderId, { lines: [{ skuId, quantity: 2 }] });
    return {
      act: () => owner.send('POST', `/admin/aftersales/${id}/approve`, {}),
      async check() {
        await rest(shop);
        expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 5, reserved: 0 });
        const [books] = await shop.ctx.db.query<{ refunds: number; fen: number; state: string }>(
          sql`select count(r.refund_id)::int as refunds, sum(r.amount_fen)::int as fen, max(o.state) as state
            from orders o join refunds r on r.user_id = o.user_id and r.order_id = o.order_id
            where o.order_id = ${orderId} and r.state = 'succeeded'`,
        );
        expect(books).toEqual({ refunds: 1, fen: 19_800, state: 'closed' });
        expect((await shopper.get(`/api/aftersales/${id}`)).body.state).toBe('done');
      },
    };
  });
  expect(crashes).toBeGreaterThan(15);
}, 240_000);
