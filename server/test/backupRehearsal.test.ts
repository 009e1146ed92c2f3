import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { diskBlobs } from '../src/assets/blobs';
import { sql, type Db } from '../src/db/db';
import { openPglite } from '../src/db/pglite';
import { csvFolder, csvText, plainRow, SHOPIFY_HEADER } from './support/csv';
import { emptyDb } from './support/emptyDb';
import { ADDRESS, newKey } from './support/fixtures';
import { startServerOrThrow, type ServerProcess } from './support/serverProcess';
import { isPostgres } from './support/testDb';

const ROOT = path.resolve(__dirname, '../..');
const UNITS = 1000;

interface Place {
  env: Record<string, string>;
  dataDir: string;
  /** The database, while no server has it. */
  look<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

let folder: string;
const started: ServerProcess[] = [];
const dropped: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-rehearsal-'));
});
afterAll(async () => {
  await Promise.all(started.map((server) => server.kill()));
  await Promise.all(dropped.map((drop) => drop()));
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** Where a shop may live: a folder, and on PostgreSQL an empty database. */
async function place(name: string): Promise<Place> {
  const dataDir = path.join(folder, name);
  if (isPostgres) {
    const { db, url, drop } = await emptyDb();
    dropped.push(drop);
    return { env: { DATA_DIR: dataDir, DATABASE_URL: url! }, dataDir, look: (work) => work(db) };
  }
  return {
    env: { DATA_DIR: dataDir },
    dataDir,
    async look(work) {
      const db = await openPglite({ dataDir: path.join(dataDir, 'database') });
      return work(db).finally(() => db.close());
    },
  };
}

/** Runs what `npm run backup -- …` and the like run. */
function command(name: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', `server/src/${name}.ts`, ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
}

async function open(env: Record<string, string>): Promise<ServerProcess> {
  const server = await startServerOrThrow(env);
  started.push(server);
  return server;
}

/** A shopper of one server; the session outlives it. */
function at(server: ServerProcess, token?: string) {
  return async (method: string, url: string, body?: object) => {
    const answer = await fetch(server.url + url, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json', 'idempotency-key': newKey() }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read deep into answers that other tests check
    const value = (await answer.json()) as any;
    if (!answer.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
    return value;
  };
}
type Call = ReturnType<typeof at>;

async function buy(call: Call, isPaid: boolean): Promise<string> {
  const { items: found } = await call('GET', '/api/products');
  const { skus } = await call('GET', `/api/products/${found[0].id}`);
  const items = [{ skuId: skus[0].id, quantity: 2 }];
  const { id: addressId } = await call('POST', '/api/addresses', ADDRESS);
  const { totalFen: expectedTotalFen } = await call('POST', '/api/quotes', { items, addressId });
  const { id } = await call('POST', '/api/orders', { items, addressId, expectedTotalFen });
  if (!isPaid) return id;
  const payment = await call('POST', `/api/orders/${id}/payments`, {});
  await call('POST', `/fake/trades/${payment.intent.tradeNo}`, { action: 'pay' });
  return id;
}

test('a shop that is selling is backed up, restored elsewhere, and sells on: nothing is lost', async () => {
  const [here, elsewhere] = [await place('here'), await place('elsewhere')];
  const file = path.join(folder, 'shop.tar');
  const csv = await csvFolder();
  const first = await open(here.env);
  const row = plainRow('tea', { 'Variant Inventory Qty': UNITS });
  const imported = await command(
    'import',
    [await csv.write(csvText(SHOPIFY_HEADER, [row])), '--no-pictures'],
    here.env,
  );
  expect(imported).toMatchObject({ code: 0 });
  await diskBlobs(path.join(here.dataDir, 'assets')).write('ab/abcdef.jpg', Buffer.from('a picture'));
  const { token } = await at(first)('POST', '/api/sessions', { platform: 'h5', appId: 'h5', deviceId: 'phone-0001' });
  const shopper = at(first, token);
  const known = [await buy(shopper, true), await buy(shopper, false)];
  const before = await Promise.all(known.map((id) => shopper('GET', `/api/orders/${id}`)));

  // goes on selling while the backup is made
  let isSelling = true;
  const selling = (async () => {
    for (let count = 0; isSelling; count++) await buy(shopper, count % 2 === 0);
  })();
  const saved = await command('backup', [file], here.env);
  isSelling = false;
  await selling;
  expect(saved).toMatchObject({ code: 0, output: expect.stringContaining('备份好了') });
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(await first.stop()).toBe(0);

  const restored = await command('restore', [file], elsewhere.env);
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('图片 1 个') });
  await elsewhere.look(async (db) => {
    // all of one moment: what is held back and what is gone is exactly what the orders say
    const [sum] = await db.query<Record<string, string>>(
      sql`select (select reserved from stock)::text as reserved, (select on_hand from stock)::text as on_hand,
          (select coalesce(sum(l.quantity), 0) from order_lines l join orders o using (user_id, order_id)
            where o.state = 'unpaid')::text as unpaid,
          (select coalesce(sum(l.quantity), 0) from order_lines l join orders o using (user_id, order_id)
            where o.state = 'paid')::text as paid`,
    );
    expect(sum).toEqual({ ...sum, reserved: sum!.unpaid, on_hand: String(UNITS - Number(sum!.paid)) });
  });

  const second = await open(elsewhere.env);
  const again = at(second, token);
  expect(await Promise.all(known.map((id) => again('GET', `/api/orders/${id}`)))).toEqual(before);
  expect(await (await fetch(`${second.url}/assets/ab/abcdef.jpg`)).text()).toBe('a picture');
  const { items: orders } = await again('GET', '/api/orders?limit=100');
  const id = await buy(again, true);
  expect(await again('GET', `/api/orders/${id}`)).toMatchObject({ state: 'paid' });
  expect((await again('GET', '/api/orders?limit=100')).items).toHaveLength(orders.length + 1);
  expect(await second.stop()).toBe(0);

  const over = await command('restore', [file], elsewhere.env);
  expect(over).toMatchObject({ code: 1, output: expect.stringContaining('不会覆盖任何数据') });
  const twice = await command('backup', [file], elsewhere.env);
  expect(twice).toMatchObject({ code: 1, output: expect.stringContaining('已经存在') });
  await csv.remove();
}, 300_000);

test('a stopped shop is backed up too, and a command that cannot says why and leaves no file', async () => {
  const stopped = await place('stopped');
  const nobody = await command('backup', [path.join(folder, 'none.tar')], stopped.env);
  expect(nobody).toMatchObject({ code: 1, output: expect.stringMatching(/没有店铺的数据|没有可以备份的店铺/) });
  const server = await open(stopped.env);
  await server.stop();
  expect(await command('backup', [path.join(folder, 'stopped.tar')], stopped.env)).toMatchObject({ code: 0 });
  expect(await command('backup', [], stopped.env)).toMatchObject({ code: 1, output: expect.stringContaining('用法') });
  const wrong = await command('restore', [path.join(folder, 'no.tar')], (await place('wrong')).env);
  expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('没有找到文件') });
  expect((await readdir(folder)).filter((name) => /none|partial/.test(name))).toEqual([]);
}, 120_000);
