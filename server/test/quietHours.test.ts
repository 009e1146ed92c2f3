import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { dayOf, startOf } from '../src/beijing';
import { sql } from '../src/db/db';
import { startNoticeChecks } from '../src/messages/jobs';
import { quietUntil } from '../src/messages/quietHours';
import { sendNotice } from '../src/messages/sendNotice';
import { adjustStock } from '../src/products/adjustStock';
import { product, sku, stockShelf } from './support/fixtures';
import { allowMessages, messageDesk, messagesOf } from './support/reach';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const HOUR_MS = 3_600_000;

test.each([
  ['2026-11-25T13:59:59.999Z', null],
  ['2026-11-25T14:00:00.000Z', '2026-11-26T00:00:00.000Z'],
  ['2026-11-25T23:59:59.999Z', '2026-11-26T00:00:00.000Z'],
  ['2026-11-26T00:00:00.000Z', null],
])('at %s it is quiet in Beijing until %s', (now, until) => {
  expect(quietUntil('22-08', new Date(now))?.toISOString() ?? null).toBe(until);
});

test('hours that do not pass midnight, and none at all', () => {
  expect(quietUntil('01-06', new Date('2026-11-25T18:00:00Z'))?.toISOString()).toBe('2026-11-25T22:00:00.000Z');
  expect(quietUntil('00-00', new Date('2026-11-25T16:00:00Z'))).toBeNull();
});

test('whatever the hours, what waits until they are over does not have to wait again', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((one) => String(one).padStart(2, '0'));
  fc.assert(
    fc.property(
      hour,
      hour,
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      (from, until, now) => {
        const end = quietUntil(`${from}-${until}`, now);
        if (!end) return;
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(24 * HOUR_MS);
        expect(quietUntil(`${from}-${until}`, end)).toBeNull();
      },
    ),
    runs(2000),
  );
});

describe('in the shop', () => {
  let shop: TestApp;
  let desk: ReturnType<typeof messageDesk>;
  let people = 0;
  let shelves = 0;

  beforeAll(async () => {
    shop = await testApp({ env: { QUIET_HOURS: '22-08' } });
    desk = messageDesk(shop);
    await startNoticeChecks(shop.ctx);
  });
  afterAll(() => shop.close());
  beforeEach(() => {
    desk.asked.length = 0;
    desk.answers.length = 0;
  });

  /** Moves the clock on to this hour of a day in Beijing. */
  const goTo = (hour: number) => {
    const now = shop.ctx.now();
    const at = startOf(dayOf(now)).getTime() + hour * HOUR_MS;
    shop.advance((at > now.getTime() ? at : at + 24 * HOUR_MS) - now.getTime());
  };
  const newReader = () => {
    const nth = ++people;
    return shop.shopper({
      platform: 'weapp',
      appId: 'wx-shop',
      code: `fake-night-${nth}`,
      deviceId: `night-phone-${nth}`,
    });
  };
  /** A sold-out product that the reader waits for. */
  const waitFor = async (reader: Shopper, kind = 'restock') => {
    const item = product({ handle: `awaited-${++shelves}`, skus: [sku({ priceFen: 2000, stock: 0 })] });
    const { productId, skuIds } = await stockShelf(shop.ctx, item);
    const asked = await reader.post('/api/notices', { kind, productId });
    expect(asked.status).toBe(201);
    return { productId, skuId: skuIds[0]!, item };
  };
  const restock = (skuId: string, onHand: number) =>
    adjustStock(shop.ctx, { skuId, onHand, note: '', employeeId: '1' });

  test('nothing is sent at night, and what waited is sent in the morning', async () => {
    const reader = await newReader();
    await allowMessages(shop, reader, 'order_shipped');
    goTo(23);
    const shipped = { userId: reader.userId, kind: 'order_shipped', ref: 'night', page: 'p', values: {} } as const;
    await shop.ctx.db.tx((tx) => sendNotice(shop.ctx, tx, shipped));
    await shop.runJobs();
    shop.advance(8 * HOUR_MS);
    await shop.runJobs();
    expect(desk.asked).toEqual([]);
    shop.advance(HOUR_MS);
    await shop.runJobs();
    expect(desk.asked).toHaveLength(1);
  });

  test('a restock tells once who waits and said yes, and asking again is another wish', async () => {
    goTo(10);
    const reader = await newReader();
    await allowMessages(shop, reader, 'restock', 2);
    const silent = await newReader();
    const { productId, skuId } = await waitFor(reader);
    await silent.post('/api/notices', { kind: 'restock', productId });
    await shop.runJobs();
    expect(desk.asked).toEqual([]);
    for (const onHand of [3, 0, 4]) {
      await restock(skuId, onHand);
      shop.advance(61_000);
      await shop.runJobs();
    }
    expect(desk.asked).toMatchObject([{ page: `mall/product/index?id=${productId}`, data: { amount2: '20.00元' } }]);
    await restock(skuId, 0);
    await reader.post('/api/notices', { kind: 'restock', productId });
    await restock(skuId, 1);
    shop.advance(61_000);
    await shop.runJobs();
    expect(desk.asked).toHaveLength(2);
    expect(await messagesOf(shop, silent.userId)).toEqual([]);
  });

  test('a price that fell tells both prices', async () => {
    goTo(10);
    const reader = await newReader();
    await allowMessages(shop, reader, 'price_drop');
    const { item } = await waitFor(reader, 'price_drop');
    await stockShelf(shop.ctx, { ...item, skus: [sku({ priceFen: 1500, stock: 0 })] });
    shop.advance(61_000);
    await shop.runJobs();
    expect(desk.asked).toMatchObject([{ data: { amount2: '15.00元', amount3: '20.00元' } }]);
  });

  test('what came back in the evening and was sold by the morning is not announced', async () => {
    goTo(10);
    const reader = await newReader();
    await allowMessages(shop, reader, 'restock');
    const { skuId } = await waitFor(reader);
    goTo(22.5);
    await restock(skuId, 2);
    await shop.runJobs();
    await restock(skuId, 0);
    goTo(9);
    await shop.runJobs();
    expect(desk.asked).toEqual([]);
    await restock(skuId, 2);
    shop.advance(61_000);
    await shop.runJobs();
    expect(desk.asked).toHaveLength(1);
  });

  test('nobody gets more than three messages a day that sell something; the others wait for the next day', async () => {
    goTo(10);
    const reader = await newReader();
    await allowMessages(shop, reader, 'restock', 5);
    await allowMessages(shop, reader, 'order_shipped');
    const shelf = [];
    for (let nth = 0; nth < 5; nth++) shelf.push(await waitFor(reader));
    for (const { skuId } of shelf) await restock(skuId, 1);
    shop.advance(61_000);
    await shop.runJobs();
    expect(desk.asked).toHaveLength(3);
    // what was bought is no advertisement
    const shipped = { userId: reader.userId, kind: 'order_shipped', ref: 'capped', page: 'p', values: {} } as const;
    await shop.ctx.db.tx((tx) => sendNotice(shop.ctx, tx, shipped));
    await shop.runJobs();
    expect(desk.asked).toHaveLength(4);
    goTo(21);
    await shop.runJobs();
    expect(desk.asked).toHaveLength(4);
    goTo(9);
    await shop.runJobs();
    expect(desk.asked).toHaveLength(6);
  });

  test('the one job that looks for what came true survives restarts, and is one', async () => {
    await Promise.all([1, 2, 3].map(() => startNoticeChecks(shop.ctx)));
    const [row] = await shop.ctx.db.query<{ n: number }>(
      sql`select count(*)::int as n from outbox where topic = 'notice.check' and dead_at is null`,
    );
    expect(row!.n).toBe(1);
  });
});
