import { ADDRESS, newKey, product, sku, stockOf, stockShelf } from './support/fixtures';
import { sql } from '../src/db/db';
import { startServerOrThrow, type ServerProcess } from './support/serverProcess';
import { testApp, type Answer, type TestApp } from './support/testApp';

const BUYERS = 200;
const UNITS = 20;

let shop: TestApp;
let servers: ServerProcess[] = [];

// PGlite belongs to one process; PostgreSQL is shared by two
beforeAll(async () => {
  shop = await testApp();
  const { databaseUrl } = shop;
  if (databaseUrl) servers = await Promise.all([1, 2].map(() => startServerOrThrow({ DATABASE_URL: databaseUrl })));
}, 60_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await shop.close();
});

type Send = (method: 'POST', url: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** Through a server process where there are some, else in this one. */
const sender = (buyer: number): Send => {
  const server = servers[buyer % servers.length];
  return async (method, url, payload, headers = {}) => {
    if (!server) {
      const answer = await shop.app.inject({ method, url, payload: payload as object, headers });
      return { status: answer.statusCode, body: answer.json() };
    }
    const answer = await fetch(server.url + url, {
      method,
      body: JSON.stringify(payload),
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: answer.status, body: await answer.json() };
  };
};

test('200 buyers race for 20 units: exactly 20 orders, stock 0, everyone else is told', async () => {
  const { skuIds } = await stockShelf(
    shop.ctx,
    product({ handle: 'hot', skus: [sku({ priceFen: 9900, stock: UNITS })] }),
  );
  const skuId = skuIds[0]!;
  const buyers = await Promise.all(
    Array.from({ length: BUYERS }, async (_, buyer) => {
      const send = sender(buyer);
      const session = await send('POST', '/api/sessions', {
        platform: 'h5',
        appId: 'h5',
        deviceId: `racer-${buyer}-device`,
      });
      const headers = { authorization: `Bearer ${session.body.token}` };
      const address = await send('POST', '/api/addresses', ADDRESS, headers);
      return { send, headers, addressId: address.body.id };
    }),
  );
  const answers = await Promise.all(
    buyers.map(({ send, headers, addressId }) =>
      send(
        'POST',
        '/api/orders',
        { items: [{ skuId, quantity: 1 }], addressId, expectedTotalFen: 9900 },
        { ...headers, 'idempotency-key': newKey() },
      ),
    ),
  );
  const won = answers.filter((answer) => answer.status === 201);
  const lost = answers.filter((answer) => answer.status === 409 && answer.body.error.code === 'sold_out');
  expect([won.length, lost.length]).toEqual([UNITS, BUYERS - UNITS]);
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: UNITS, reserved: UNITS });
  const [row] = await shop.ctx.db.query<{ n: number }>(
    sql`select count(distinct user_id)::int as n from order_lines where sku_id = ${skuId}`,
  );
  expect(row!.n).toBe(UNITS);
}, 60_000);

test('two carts with the same goods in opposite order never deadlock', async () => {
  const first = (await stockShelf(shop.ctx, product({ handle: 'yin', skus: [sku({ stock: 200 })] }))).skuIds[0]!;
  const second = (await stockShelf(shop.ctx, product({ handle: 'yang', skus: [sku({ stock: 200 })] }))).skuIds[0]!;
  const orders = await Promise.all(
    Array.from({ length: 40 }, async (_, buyer) => {
      const shopper = await shop.shopper();
      const address = await shopper.post('/api/addresses', ADDRESS);
      const pair = buyer % 2 ? [first, second] : [second, first];
      const items = pair.map((skuId) => ({ skuId, quantity: 1 }));
      return shopper.post('/api/orders', { items, addressId: address.body.id, expectedTotalFen: 10000 }, newKey());
    }),
  );
  expect(orders.filter((answer) => answer.status !== 201)).toEqual([]);
  expect((await stockOf(shop.ctx, first)).reserved).toBe(40);
  expect((await stockOf(shop.ctx, second)).reserved).toBe(40);
});
