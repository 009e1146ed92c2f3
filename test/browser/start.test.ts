import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { makeWorkingCopy } from '../../scripts/lib/workingCopy';
import { root } from '../../scripts/lib/run';

/** `npm start` itself, in a copy of the sources: what a newcomer runs, builds included. */
let copy: ReturnType<typeof makeWorkingCopy>;
const running: ChildProcess[] = [];

beforeAll(() => {
  copy = makeWorkingCopy();
  // what `npm test` has just built
  for (const folder of ['dist/h5', 'dist/stamps', 'console/dist']) {
    fs.cpSync(path.join(root, folder), path.join(copy.folder, folder), { recursive: true });
  }
}, 60_000);
afterEach(async () => {
  await Promise.all(running.splice(0).map(stop));
});
afterAll(() => copy.remove());

interface Shop {
  url: string;
  child: ChildProcess;
  /** Told once it is open. */
  consoleUrl(): string;
  /** Resolves once it has printed a text. */
  said(text: string): Promise<void>;
}

/** Runs scripts/start.mjs, which is all that `npm start` does. Answers once something listens. */
async function start(env: Record<string, string>): Promise<Shop> {
  const child = spawn(process.execPath, [path.join(copy.folder, 'scripts/start.mjs')], {
    cwd: copy.folder,
    env: { ...process.env, NODE_ENV: 'development', PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${output}`)));
  });
  ended.catch(() => undefined);
  const said = async (text: string) => {
    while (!output.includes(text)) await Promise.race([once(child.stdout, 'data'), ended]);
  };
  await said('等候');
  return {
    url: /正在 (http:\/\/\S+) 等候/.exec(output)![1]!,
    child,
    consoleUrl: () => /后台 +(http:\/\/\S+)\//.exec(output)![1]!,
    said,
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

const titleAt = async (url: string) => /<title>(.*?)<\/title>/.exec(await (await fetch(url)).text())?.[1];
const title = (shop: Shop) => titleAt(`${shop.url}/`);
const PROGRESS = '集市 · 正在开张';

async function goodsOf(shop: Shop): Promise<{ id: string; imageUrl: string }[]> {
  const answer = await fetch(`${shop.url}/api/products?limit=100`);
  return ((await answer.json()) as { items: { id: string; imageUrl: string }[] }).items;
}

test('a first start shows its progress at once, then a seeded shop with pictures; a second one keeps its data', async () => {
  const first = await start({});
  expect(await title(first)).toBe(PROGRESS);
  await first.said('开张了');
  expect(await title(first)).toBe('集市');
  const goods = await goodsOf(first);
  expect(goods).toHaveLength(100);
  const pictures = await Promise.all(goods.map((item) => fetch(first.url + item.imageUrl)));
  expect(pictures.filter((picture) => picture.status !== 200)).toEqual([]);
  expect(await titleAt(`${first.consoleUrl()}/orders`)).toBe('集市后台');
  expect((await fetch(`${first.consoleUrl()}/api/products`)).status).toBe(404);
  expect((await fetch(`${first.url}/session`)).status).toBe(404);
  await stop(first.child);

  const second = await start({});
  await second.said('开张了');
  expect((await goodsOf(second)).map((item) => item.id)).toEqual(goods.map((item) => item.id));
}, 240_000);

test('after the sources have changed the old page is never served: progress first, then the new one', async () => {
  const source = path.join(copy.folder, 'src/index.html');
  fs.writeFileSync(source, fs.readFileSync(source, 'utf8').replace('<title>集市</title>', '<title>新集市</title>'));
  const shop = await start({ DEMO_SHOP: 'off' });
  expect(await title(shop)).toBe(PROGRESS);
  await shop.said('开张了');
  expect(await title(shop)).toBe(PROGRESS);
  await shop.said('页面构建好了');
  expect(await title(shop)).toBe('新集市');
}, 240_000);

test('after the console has changed the shop is open at once, and the console when it is built', async () => {
  const source = path.join(copy.folder, 'console/index.html');
  fs.writeFileSync(source, fs.readFileSync(source, 'utf8').replace('<title>集市后台<', '<title>新后台<'));
  const shop = await start({ DEMO_SHOP: 'off' });
  await shop.said('开张了');
  expect(await titleAt(`${shop.consoleUrl()}/`)).toBe(PROGRESS);
  expect((await fetch(`${shop.consoleUrl()}/session`)).status).toBe(200);
  await shop.said('后台构建好了');
  expect(await titleAt(`${shop.consoleUrl()}/`)).toBe('新后台');
}, 240_000);

test('production runs the bundle, tells outsiders nothing, and refuses the fake platform', async () => {
  execFileSync(process.execPath, ['--import', 'tsx', path.join(copy.folder, 'scripts/build.ts'), 'server'], {
    cwd: copy.folder,
  });
  const production = { NODE_ENV: 'production', DATA_DIR: path.join(copy.folder, '.production') };
  await expect(start({ ...production, PLATFORM: 'fake' })).rejects.toThrow('正式环境不能使用模拟平台');
  const shop = await start(production);
  await shop.said('开张了');
  const status = async (url: string, method = 'GET') => (await fetch(shop.url + url, { method })).status;
  expect(await status('/api/products')).toBe(200);
  expect(await status('/')).toBe(200);
  await shop.said('后台      http://localhost:');
  expect(await status('/metrics')).toBe(404);
  expect(await status('/api/docs')).toBe(404);
  expect(await status('/fake/trades/T1', 'POST')).toBe(404);
  const { items } = (await (await fetch(`${shop.url}/api/products`)).json()) as { items: unknown[] };
  expect(items).toEqual([]);
}, 120_000);
