import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Context } from '../src/context';
import { readEnv } from '../src/env';
import { contextFor } from '../src/openContext';
import { saveCatalogue } from '../src/products/saveCatalogue';
import { ADDRESS, newKey, product, sku, stockShelf } from './support/fixtures';
import { startServerOrThrow, type ServerProcess } from './support/serverProcess';
import type { Answer } from './support/testApp';
import { isPostgres, testDb, type TestDb } from './support/testDb';

// two processes on one database: PGlite refuses the second
const onPostgres = isPostgres ? test : test.skip;

const CHANGES = 40;
const READERS = 12;

let dataDir: string;
let database: TestDb;
let ctx: Context;
let servers: ServerProcess[] = [];

beforeAll(async () => {
  if (!isPostgres) return;
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'jishi-cache-'));
  database = await testDb();
  ctx = await contextFor(readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir }), database.db);
  const env = { DATABASE_URL: database.url!, DATA_DIR: dataDir };
  servers = await Promise.all([startServerOrThrow(env), startServerOrThrow(env)]);
}, 60_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await database?.drop();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
});

const item = (handle: string, priceFen: number) =>
  product({ handle, tags: [handle], skus: [sku({ priceFen, stock: 100_000 })] });

async function call(server: ServerProcess, url: string, token?: string, body?: object): Promise<Answer> {
  const answer = await fetch(server.url + url, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body && { 'content-type': 'application/json', 'idempotency-key': newKey() }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

async function shopperAt(server: ServerProcess) {
  const deviceId = `device-${newKey()}`;
  const { token } = (await call(server, '/api/sessions', undefined, { platform: 'h5', appId: 'h5', deviceId })).body;
  const { id } = (await call(server, '/api/addresses', token, ADDRESS)).body;
  return { token, addressId: id };
}

onPostgres('a price changed in one process is seen through every other at the next request', async () => {
  const { productId } = await stockShelf(ctx, item('next', 100));
  for (let priceFen = 101; priceFen <= 120; priceFen++) {
    await saveCatalogue(ctx, [item('next', priceFen)]);
    for (const server of servers) {
      expect((await call(server, '/api/products?tag=next')).body.items[0].priceFen).toBe(priceFen);
      expect((await call(server, `/api/products/${productId}`)).body.skus[0].priceFen).toBe(priceFen);
    }
  }
});

onPostgres(
  'while prices change, no request that began after a change was acknowledged sees an older price, nor buys at one',
  async () => {
    const { productId, skuIds } = await stockShelf(ctx, item('busy', 10_000));
    let acknowledged = 10_000;
    let isChanging = true;
    const tooOld: string[] = [];
    const counts = { list: 0, detail: 0, order: 0, refused: 0 };

    const read = async (server: ServerProcess, index: number) => {
      const isList = index % 4 < 2;
      while (isChanging) {
        const floor = acknowledged;
        const { body } = await call(server, isList ? '/api/products?tag=busy' : `/api/products/${productId}`);
        const { priceFen } = isList ? body.items[0] : body.skus[0];
        counts[isList ? 'list' : 'detail']++;
        if (priceFen < floor) tooOld.push(`${isList ? 'list' : 'detail'}: ${priceFen} after ${floor}`);
      }
    };
    const buy = async (server: ServerProcess) => {
      const { token, addressId } = await shopperAt(server);
      while (isChanging) {
        const { priceFen } = (await call(server, `/api/products/${productId}`)).body;
        const floor = acknowledged;
        const items = [{ skuId: skuIds[0]!, quantity: 1 }];
        const order = await call(server, '/api/orders', token, { items, addressId, expectedTotalFen: priceFen });
        if (order.status === 201) counts.order++;
        else counts.refused++;
        if (order.status === 201 && order.body.goodsFen < floor)
          tooOld.push(`order: ${order.body.goodsFen} after ${floor}`);
        else if (order.status !== 201 && order.body.error.code !== 'price_changed') tooOld.push(order.body.error.code);
      }
    };

    const crowd = [
      ...Array.from({ length: READERS }, (_, index) => read(servers[index % 2]!, index)),
      ...servers.map(buy),
    ];
    for (let change = 1; change <= CHANGES; change++) {
      await saveCatalogue(ctx, [item('busy', 10_000 + change)]);
      acknowledged = 10_000 + change;
    }
    isChanging = false;
    await Promise.all(crowd);

    expect(tooOld).toEqual([]);
    for (const count of [counts.list, counts.detail, counts.order]) expect(count).toBeGreaterThan(0);
  },
  60_000,
);
