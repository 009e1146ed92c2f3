import { sql, type Observer } from '../src/db/db';
import { draftOrder, newKey, product, sku, stockOf, stockShelf } from './support/fixtures';
import { testApp, type Answer, type Shopper, type TestApp } from './support/testApp';

/** Dies after the nth statement from now on: what was committed stays, what was not is gone. */
class Crash extends Error {}
const crash = { at: 0, seen: 0 };
const observer: Observer = {
  after() {
    if (crash.at > 0 && ++crash.seen === crash.at) throw new Crash(`crashed after statement ${crash.at}`);
  },
};

let shop: TestApp;
let shopper: Shopper;
let skuId: string;
let handle = 0;

beforeAll(async () => {
  shop = await testApp({ observer });
});
afterAll(() => shop.close());

async function newShelf(): Promise<void> {
  shopper = await shop.shopper();
  const item = product({ handle: `crash-${++handle}`, skus: [sku({ priceFen: 3000, stock: 5 })] });
  skuId = (await stockShelf(shop.ctx, item)).skuIds[0]!;
}

/**
 * Tries `request` with a crash after statement 1, 2, 3 ..., each time on a fresh shelf, and after each crash once more
 * without one, until a first try survives. Answers how many crashes there were.
 */
async function crashEverywhere(
  prepare: () => Promise<() => Promise<Answer>>,
  check: (answer: Answer) => Promise<void>,
): Promise<number> {
  for (let at = 1; ; at++) {
    await newShelf();
    const request = await prepare();
    crash.seen = 0;
    crash.at = at;
    const first = await request();
    const hasCrashed = crash.seen >= at;
    crash.at = 0;
    if (!hasCrashed) {
      await check(first);
      return at - 1;
    }
    await check(await request());
  }
}

const counts = async () => {
  const [row] = await shop.ctx.db.query<{ orders: number; payments: number; jobs: number }>(
    sql`select (select count(*)::int from orders where user_id = ${shopper.userId}) as orders,
      (select count(*)::int from payments where user_id = ${shopper.userId}) as payments,
      (select count(*)::int from outbox where payload ->> 'userId' = ${shopper.userId}) as jobs`,
  );
  return row!;
};

const placed = async () => {
  const draft = await draftOrder(shopper, [{ skuId, quantity: 2 }]);
  return (await shopper.post('/api/orders', draft, newKey())).body as { id: string };
};

const pay = async (tradeNo: string): Promise<Answer> => {
  const answer = await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  return { status: answer.statusCode, body: answer.json() };
};

test('after a crash at any statement of an order, a retry with its key leaves one order and right stock', async () => {
  const crashes = await crashEverywhere(
    async () => {
      const draft = await draftOrder(shopper, [{ skuId, quantity: 2 }]);
      const key = newKey();
      return () => shopper.post('/api/orders', draft, key);
    },
    async (answer) => {
      expect(answer.status).toBe(201);
      expect(await counts()).toEqual({ orders: 1, payments: 0, jobs: 1 });
      expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 5, reserved: 2 });
    },
  );
  expect(crashes).toBeGreaterThanOrEqual(7);
});

test('after a crash at any statement of starting a payment, a retry with its key leaves one payment', async () => {
  const crashes = await crashEverywhere(
    async () => {
      const { id } = await placed();
      const key = newKey();
      return () => shopper.post(`/api/orders/${id}/payments`, {}, key);
    },
    async (answer) => {
      expect(answer).toMatchObject({ status: 201, body: { state: 'paying', intent: { kind: 'fake' } } });
      expect(await counts()).toEqual({ orders: 1, payments: 1, jobs: 2 });
    },
  );
  expect(crashes).toBeGreaterThanOrEqual(8);
});

test('after a crash at any statement of a callback, the next word of the platform pays once and sells once', async () => {
  let orderId = '';
  const crashes = await crashEverywhere(
    async () => {
      orderId = (await placed()).id;
      const payment = await shopper.post(`/api/orders/${orderId}/payments`, {}, newKey());
      return () => pay(payment.body.intent.tradeNo);
    },
    async () => {
      const order = await shopper.post(`/api/orders/${orderId}/payments/check`);
      expect(order.body).toMatchObject({ state: 'paid', paymentState: 'paid' });
      expect(await counts()).toMatchObject({ orders: 1, payments: 1 });
      expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 3, reserved: 0 });
    },
  );
  expect(crashes).toBeGreaterThanOrEqual(8);
});

test('after a crash at any statement of a cancellation, cancelling again releases the stock once', async () => {
  const crashes = await crashEverywhere(
    async () => {
      const { id } = await placed();
      await shopper.post(`/api/orders/${id}/payments`, {}, newKey());
      return () => shopper.post(`/api/orders/${id}/cancel`);
    },
    async (answer) => {
      expect(answer.body).toMatchObject({ state: 'closed', closeReason: 'cancelled', paymentState: 'closed' });
      expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 5, reserved: 0 });
    },
  );
  expect(crashes).toBeGreaterThanOrEqual(10);
});
