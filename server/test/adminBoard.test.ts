import fc from 'fast-check';
import type { z } from 'zod';
import type { Board } from '@jishi/contract/admin/board';
import { LOW_STOCK, SHIP_HOURS } from '@jishi/contract/plain/board';
import { PLATFORMS, type Platform } from '@jishi/contract/plain/platforms';
import { runs } from '../../test/support/runs';
import { dayOf, inBeijing, startOf } from '../src/beijing';
import { sql } from '../src/db/db';
import { readFigures } from '../src/insight/readFigures';
import { asked, buy } from './support/aftersale';
import { employee, type EmployeeClient } from './support/employees';
import { product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

type BoardBody = z.output<typeof Board>;

let shop: TestApp;
let owner: EmployeeClient;
let shopper: Shopper;
let skuId: string;

beforeAll(async () => {
  shop = await testApp();
  owner = await employee(shop, 'owner');
  shopper = await shop.shopper();
  const shelf = await stockShelf(shop.ctx, product({ handle: 'tea', skus: [sku({ stock: 100 })] }));
  skuId = shelf.skuIds[0]!;
});
afterAll(() => shop.close());

const boardOf = async (who: EmployeeClient): Promise<BoardBody> => {
  const { status, body } = await who.send('GET', '/admin/board');
  expect(status).toBe(200);
  return body;
};
const todoOf = (board: BoardBody, kind: string) => board.todos.find((todo) => todo.kind === kind);

interface Happened {
  kind: 'order' | 'refund' | 'visit';
  platform: Platform;
  at: Date;
  fen: number;
  storeId: string | null;
}

const STORES = ['7001', '7002'];
const NOW = new Date('2026-11-26T06:32:10.000Z');

/** Around midnights and the cut, and anywhere in four days. */
const moment = fc.oneof(
  fc.integer({ min: -70 * 3600, max: 3600 }).map((seconds) => new Date(NOW.getTime() + seconds * 1000)),
  fc
    .tuple(
      fc.constantFrom(
        NOW.getTime(),
        NOW.getTime() - 86_400_000,
        startOf('2026-11-26').getTime(),
        startOf('2026-11-25').getTime(),
      ),
      fc.integer({ min: -2, max: 2 }),
    )
    .map(([at, off]) => new Date(at + off * 1000)),
);
const happened: fc.Arbitrary<Happened> = fc.record({
  kind: fc.constantFrom('order', 'refund', 'visit'),
  platform: fc.constantFrom(...PLATFORMS),
  at: moment,
  fen: fc.integer({ min: 0, max: 1_000_000 }),
  storeId: fc.constantFrom(null, ...STORES),
});

test('every figure of today and yesterday is what counting one by one gives, for the whole shop and for one store', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happened, { maxLength: 30 }), async (list) => {
      await put(list);
      for (const storeIds of [null, [], [STORES[0]!]]) {
        expect(await readFigures(shop.ctx.db, NOW, storeIds)).toEqual(countOneByOne(list, storeIds));
      }
    }),
    runs(400),
  );
  for (const table of ['orders', 'refunds', 'visits']) await wipe(table);
}, 600_000);

/** Writes what happened, and nothing else. */
async function put(list: readonly Happened[]): Promise<void> {
  for (const table of ['orders', 'refunds', 'visits']) await wipe(table);
  for (const { kind, platform, at, fen, storeId } of list) {
    if (kind === 'visit') {
      await shop.ctx.db.query(
        sql`insert into visits (user_id, visit_id, device_id, platform, app_id, source, scene, path, query, created_at)
          values (1, ${shop.ctx.makeId()}, 'd', ${platform}, 'a', '', '', '', '{}', ${at})`,
      );
      continue;
    }
    const orderId = shop.ctx.makeId();
    const store = storeId === null ? null : JSON.stringify({ storeId });
    // an order that was paid long ago brings the refund
    const paidAt = kind === 'order' ? at : new Date('2026-01-01T00:00:00Z');
    await shop.ctx.db.query(
      sql`insert into orders (user_id, order_id, state, platform, app_id, visit_id, goods_fen, shipping_fen, discount_fen,
          total_fen, address, note, created_at, expires_at, paid_at, fulfilment, store)
        values (1, ${orderId}, 'paid', ${platform}, 'a', 1, ${fen}, 0, 0, ${fen}, '{}', '', ${at}, ${at}, ${paidAt},
          ${store ? 'pickup' : 'delivery'}, ${store}::jsonb)`,
    );
    if (kind !== 'refund') continue;
    await shop.ctx.db.query(
      sql`insert into refunds (user_id, refund_id, payment_id, order_id, refund_no, amount_fen, reason, state, ref,
          created_at, settled_at)
        values (1, ${orderId}, 1, ${orderId}, ${`r${orderId}`}, ${fen + 1}, '', 'succeeded', ${`t:${orderId}`}, ${at}, ${at})`,
    );
  }
}

const wipe = (table: string) => shop.ctx.db.query({ text: `delete from ${table}`, values: [] });

function countOneByOne(list: readonly Happened[], storeIds: string[] | null) {
  const seen = list.filter(
    ({ at, kind, storeId }) =>
      at <= NOW && (storeIds === null || (kind !== 'visit' && storeId !== null && storeIds.includes(storeId))),
  );
  const onDay = (day: string) => seen.filter(({ at }) => dayOf(at) === day);
  const figures = (those: readonly Happened[]) => {
    const of = (kind: Happened['kind']) => those.filter((item) => item.kind === kind);
    const sum = (items: readonly Happened[]) => items.reduce((total, { fen }) => total + fen, 0);
    return {
      orders: of('order').length,
      salesFen: sum(of('order')),
      refundFen: sum(of('refund')) + of('refund').length,
      visits: storeIds === null ? of('visit').length : null,
    };
  };
  const today = onDay('2026-11-26');
  const yesterday = onDay('2026-11-25');
  const early = yesterday.filter(({ at }) => at.getTime() <= NOW.getTime() - 86_400_000);
  const hoursOf = (those: readonly Happened[], count: number) =>
    Array.from({ length: count }, (_, hour) => {
      const { orders, salesFen, visits } = figures(
        those.filter(({ at }) => Number(inBeijing(at).slice(11, 13)) === hour),
      );
      return { orders, salesFen, visits };
    });
  return {
    today: figures(today),
    yesterday: figures(early),
    platforms: PLATFORMS.filter((name) => [...today, ...yesterday].some(({ platform }) => platform === name)).map(
      (platform) => ({
        platform,
        today: figures(today.filter((item) => item.platform === platform)),
        yesterday: figures(early.filter((item) => item.platform === platform)),
      }),
    ),
    hours: { today: hoursOf(today, 15), yesterday: hoursOf(yesterday, 24) },
  };
}

test('a store manager sees the figures and the work of their own stores, and no visits', async () => {
  const near = await makeStore('武康路店');
  const far = await makeStore('望京店');
  const manager = await employee(shop, 'store_manager');
  await shop.ctx.db.query(
    sql`insert into employee_stores (employee_id, store_id) values (${manager.employeeId}, ${near})`,
  );
  const before = await boardOf(owner);
  const guest = await shop.shopper();
  for (const storeId of [near, far, null]) {
    const { order } = await buy(shop, guest, [{ skuId, quantity: 1 }]);
    if (storeId === null) continue;
    await shop.ctx.db.query(
      sql`update orders set fulfilment = 'pickup', store = ${JSON.stringify({ storeId, name: '店' })}::jsonb
        where order_id = ${order.id}`,
    );
  }
  const all = await boardOf(owner);
  const own = await boardOf(manager);
  expect(all.today.orders - before.today.orders).toBe(3);
  expect(all.today.visits).toBeGreaterThan(0);
  expect(own.today).toMatchObject({ orders: 1, visits: null });
  expect(todoOf(all, 'pickup')!.count).toBe(2);
  expect(own.todos.map(({ kind, count }) => [kind, count])).toEqual([['pickup', 1]]);
});

test('paid orders to be delivered are late after two days, and what is late longest comes first', async () => {
  const { order } = await buy(shop, shopper, [{ skuId, quantity: 1 }]);
  const fresh = todoOf(await boardOf(owner), 'ship')!;
  expect(fresh).toMatchObject({ lateCount: 0, lateSince: null });
  const { order: other } = await buy(shop, shopper, [{ skuId, quantity: 2 }]);
  await asked(shopper, other.id, { lines: [{ skuId, quantity: 1 }] });
  shop.advance((SHIP_HOURS + 1) * 3_600_000);
  owner = await employee(shop, 'owner');
  const board = await boardOf(owner);
  expect(todoOf(board, 'ship')!.lateCount).toBe(fresh.count + 1);
  const paidAt = (await owner.send('GET', `/admin/orders/${order.id}`)).body.order.paidAt;
  expect(Date.parse(todoOf(board, 'ship')!.lateSince!)).toBeLessThanOrEqual(
    Date.parse(paidAt) + SHIP_HOURS * 3_600_000,
  );
  const since = board.todos.map(({ lateSince }) => (lateSince ? Date.parse(lateSince) : Infinity));
  expect(since).toEqual([...since].sort((a, b) => a - b));
  expect(todoOf(board, 'answer')).toMatchObject({ count: 1, lateCount: 1 });
});

test('what is low in stock is told to those who buy in and to marketing, and found in the list of products', async () => {
  const low = await stockShelf(
    shop.ctx,
    product({ handle: 'rare', title: '稀罕物', skus: [sku({ stock: LOW_STOCK })] }),
  );
  const isTold = async (role: 'owner' | 'marketer' | 'staff') =>
    todoOf(await boardOf(await employee(shop, role)), 'stock') !== undefined;
  expect([await isTold('owner'), await isTold('marketer'), await isTold('staff')]).toEqual([true, true, false]);
  const { items } = (await owner.send('GET', '/admin/products?isLow=true')).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual([low.productId]);
});

async function makeStore(name: string): Promise<string> {
  const store = {
    name,
    phone: '021-88886666',
    province: '上海市',
    city: '上海市',
    district: '徐汇区',
    detail: '武康路 1 号',
    lat: 31.2,
    lng: 121.4,
    opensAt: '09:00',
    closesAt: '21:00',
  };
  return (await owner.send('POST', '/admin/stores', store)).body.id;
}
