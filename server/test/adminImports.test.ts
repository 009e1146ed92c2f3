import { setImmediate } from 'node:timers/promises';
import { sql } from '../src/db/db';
import { startImport } from '../src/imports/startImport';
import { csvFolder, csvText, plainRow, SHOPIFY_HEADER, type CsvFolder } from './support/csv';
import { employee, type EmployeeClient } from './support/employees';
import { product, stockShelf } from './support/fixtures';
import { testApp, type Answer, type TestApp } from './support/testApp';

let shop: TestApp;
let operator: EmployeeClient;
let files: CsvFolder;

beforeAll(async () => {
  shop = await testApp();
  operator = await employee(shop, 'operator');
  files = await csvFolder();
});
afterAll(() => Promise.all([shop.close(), files.remove()]));

const HEADER = 'Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price';

async function send(rows: string[]): Promise<Answer> {
  const response = await shop.app.inject({
    method: 'POST',
    url: '/admin/products/import',
    headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/octet-stream' },
    payload: Buffer.from([HEADER, ...rows].join('\n')),
  });
  return { status: response.statusCode, body: response.json() };
}
const asked = async () => (await operator.send('GET', '/admin/products/import')).body.run;
/** Sends a file and asks, as the console does, until it is over. */
async function importFile(rows: string[]) {
  const { status, body } = await send(rows);
  expect(status).toBe(201);
  for (;;) {
    const run = await asked();
    // PGlite answers within one turn of the loop, and the file is read in the next
    await setImmediate();
    expect(run.id).toBe(body.importId);
    if (run.state !== 'running') return run;
  }
}
const countProducts = async () => (await shop.ctx.db.query(sql`select 1 from products`)).length;
const nobodyKnows = { report: null, faults: [], faultCount: 0 };

test('before the first import there is none to tell of', async () => {
  expect(await asked()).toBeNull();
});

test('a file with faulty lines is told line by line, and nothing of it is written', async () => {
  const run = await importFile(['cup,茶杯,茶具,颜色,红,C1,5,12.50', 'cup,,,颜色,红,C2,5,abc', 'pot,,茶具,,,,1,9']);
  expect(run).toMatchObject({ state: 'refused', rows: 3, report: null });
  expect(run.faults.map(({ line }: { line: number }) => line)).toEqual(expect.arrayContaining([3, 4]));
  expect(run.faultCount).toBe(run.faults.length);
  expect(await countProducts()).toBe(0);
});

test('a good file is written, reported and noted in the log, when it began and when it was done', async () => {
  const run = await importFile(['cup,茶杯,茶具,颜色,红,C1,5,12.50', 'cup,,,颜色,白,C2,7,13']);
  expect(run).toMatchObject({
    state: 'done',
    rows: 2,
    report: { rows: 2, created: 1, updated: 0, skus: 2, categories: 1 },
    faults: [],
  });
  expect(run.endedAt).not.toBeNull();
  const { items } = (await operator.send('GET', '/admin/products?q=C2')).body;
  expect(items).toEqual([expect.objectContaining({ title: '茶杯', priceFen: 1250, maxPriceFen: 1300, stock: 12 })]);
  const owner = await employee(shop, 'owner');
  const notes = (await owner.send('GET', '/admin/audit?limit=3')).body.items;
  const byOperator = { action: 'POST /admin/products/import', employeeId: operator.employeeId };
  // the file with faults only began
  expect(notes).toMatchObject([byOperator, byOperator, { ...byOperator, after: null }]);
  expect(notes.filter(({ after }: { after: unknown }) => after)).toMatchObject([{ after: { created: 1, skus: 2 } }]);
});

describe('while an import runs', () => {
  const running = (heardAt: Date) =>
    shop.ctx.db.query(
      sql`insert into product_imports (import_id, employee_id, state, phase, rows, done, total, started_at, heard_at)
        values (${shop.ctx.makeId()}, ${operator.employeeId}, 'running', 'pictures', 1200, 3, 40, ${heardAt}, ${heardAt})`,
    );
  const row = 'later,后来的,茶具,,,,1,9';

  test('everybody who may import sees how far it is, and a second one is refused with whose it is', async () => {
    const before = await countProducts();
    await running(shop.ctx.now());
    const owner = await employee(shop, 'owner');
    const { run } = (await owner.send('GET', '/admin/products/import')).body;
    const [{ name }] = (await shop.ctx.db.query<{ name: string }>(
      sql`select name from employees where employee_id = ${operator.employeeId}`,
    )) as [{ name: string }];
    expect(run).toMatchObject({ ...nobodyKnows, state: 'running', phase: 'pictures', rows: 1200, done: 3, total: 40 });
    expect(run.startedBy).toBe(name);
    const refused = await send([row]);
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'conflict', details: run } } });
    expect(refused.body.error.message).toBe('另一个导入正在进行，请等它结束');
    expect(await countProducts()).toBe(before);
  });

  test('one that has not been heard of for minutes died with its process, and the next one may begin', async () => {
    await running(new Date(shop.ctx.now().getTime() - 5 * 60_000));
    expect(await asked()).toMatchObject({ ...nobodyKnows, state: 'failed' });
    expect(await importFile([row])).toMatchObject({ state: 'done' });
  });

  test('of files that come at the same time one is taken', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => send([`twin-${n},双生,茶具,,,,1,9`])));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    while ((await asked()).state === 'running') await setImmediate();
    const twins = await shop.ctx.db.query(sql`select 1 from products where handle like 'twin-%'`);
    expect(twins).toHaveLength(statuses.filter((status) => status === 201).length);
  });

  test('when something breaks, it is over, told as such, and nothing was written', async () => {
    const before = await countProducts();
    const broken = new Error('the disk is full');
    const { ended } = await startImport(
      { ...shop.ctx, assets: { ...shop.ctx.assets, putNamed: () => Promise.reject(broken) } },
      await files.write(
        csvText(SHOPIFY_HEADER, [plainRow('pictured', { 'Image Src': 'https://nowhere.invalid/a.jpg' })]),
      ),
      { employeeId: null, isFetching: false },
    );
    await expect(ended).rejects.toBe(broken);
    expect(await asked()).toMatchObject({ ...nobodyKnows, state: 'failed', startedBy: null });
    expect(await countProducts()).toBe(before);
  });
});

test('products go on and off the shelf together, or not at all', async () => {
  const ids = [
    (await stockShelf(shop.ctx, product({ handle: 'a' }))).productId,
    (await stockShelf(shop.ctx, product({ handle: 'b' }))).productId,
  ];
  const put = (productIds: string[]) =>
    operator.send('PUT', '/admin/products/state', { productIds, state: 'off_shelf' });
  const states = async () =>
    Promise.all(ids.map(async (id) => (await operator.send('GET', `/admin/products/${id}`)).body.state));
  expect(await put([...ids, '1'])).toMatchObject({
    status: 404,
    body: { error: { details: { productIds: ['1'] } } },
  });
  expect(await states()).toEqual(['on_shelf', 'on_shelf']);
  expect((await put(ids)).body).toEqual({ changed: 2 });
  expect(await states()).toEqual(['off_shelf', 'off_shelf']);
  expect((await put([ids[0]!, ids[0]!])).status).toBe(400);
});
