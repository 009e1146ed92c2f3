import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { csvFolder, csvText, plainRow, SHOPIFY_HEADER, type CsvFolder, type CsvRow } from './support/csv';
import { startServerOrThrow, type ServerProcess } from './support/serverProcess';
import { isPostgres, testDb, type TestDb } from './support/testDb';

const ROOT = path.resolve(__dirname, '../..');

let files: CsvFolder;
let dataDir: string;
let postgres: TestDb | undefined;
let env: Record<string, string>;

beforeEach(async () => {
  files = await csvFolder();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'jishi-import-test-'));
  postgres = isPostgres ? await testDb() : undefined;
  env = { NODE_ENV: 'test', DATA_DIR: dataDir, ...(postgres && { DATABASE_URL: postgres.url! }) };
});
afterEach(async () => {
  await Promise.all([files.remove(), rm(dataDir, { recursive: true, force: true }), postgres?.drop()]);
});

/** Runs what `npm run import -- …` runs. */
function command(args: string[], nodeArgs: string[] = []): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [...nodeArgs, '--import', 'tsx', 'server/src/import.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (text.out += chunk));
  child.stderr.on('data', (chunk) => (text.err += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text })));
}

async function titles(server: ServerProcess): Promise<string[]> {
  const list = (await (await fetch(`${server.url}/api/products`)).json()) as { items: { title: string }[] };
  return list.items.map((item) => item.title);
}

const write = (rows: CsvRow[]) => files.write(csvText(SHOPIFY_HEADER, rows));

test('a stopped shop takes a file, refuses one with three bad rows, and shows the products when it starts', async () => {
  const good = await command([await write([plainRow('one'), plainRow('two')]), '--no-pictures']);
  expect(good).toMatchObject({ code: 0, out: expect.stringContaining('商品新增 2 件、更新 0 件，共 2 个款式') });

  const bad = await command([
    await write([
      plainRow('three'),
      plainRow('four', { 'Variant Price': '免费' }),
      plainRow('five', { 'Variant Inventory Qty': '很多' }),
      plainRow('six', { Status: '卖' }),
    ]),
  ]);
  expect(bad).toMatchObject({ code: 1, out: '' });
  expect(bad.err.split('\n').filter((line) => /^ {2}第 \d+ 行：/.test(line))).toEqual([
    expect.stringContaining('第 3 行：价格“免费”'),
    expect.stringContaining('第 4 行：库存“很多”'),
    expect.stringContaining('第 5 行：Status'),
  ]);

  const server = await startServerOrThrow(env);
  expect(await titles(server)).toEqual(['商品 two', '商品 one']);
  await server.stop();
}, 120_000);

test('a running shop takes a file through the command and shows it at once', async () => {
  const server = await startServerOrThrow(env);
  const result = await command([await write([plainRow('live')]), '--no-pictures']);
  expect(result).toMatchObject({ code: 0, out: expect.stringContaining('商品新增 1 件') });
  expect(await titles(server)).toEqual(['商品 live']);
  await server.stop();
}, 120_000);

test('a file of 20,000 rows is imported in 256 MiB of heap', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) =>
    index % 5 === 0
      ? plainRow(`big-${index}`, {
          'Body (HTML)': `<p>${'很长的描述。'.repeat(40)}</p>`,
          Type: `大类${index % 9} > 小类${index % 70}`,
          'Option1 Name': '款式',
          'Option1 Value': '0',
          'Variant SKU': `B-${index}`,
        })
      : {
          Handle: `big-${index - (index % 5)}`,
          'Option1 Value': index % 5,
          'Variant SKU': `B-${index}`,
          'Variant Price': 9,
          'Variant Inventory Qty': index % 50,
        },
  );
  const result = await command([await write(rows)], ['--max-old-space-size=256']);
  expect(result).toMatchObject({
    code: 0,
    out: expect.stringContaining('商品新增 4000 件、更新 0 件，共 20000 个款式'),
  });
  expect(result.err).toMatch(/检查 \d+%[\s\S]*写入 \d+\/4000/);
}, 240_000);

test('a wrong call explains itself', async () => {
  for (const args of [[], ['a.csv', 'b.csv'], ['a.csv', '--force']]) {
    expect(await command(args)).toMatchObject({ code: 1, err: expect.stringContaining('用法：npm run import') });
  }
  expect(await command(['没有.csv'])).toMatchObject({ code: 1, err: '没有找到文件 没有.csv\n' });
}, 60_000);
