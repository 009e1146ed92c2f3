import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildApp } from '../src/app';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let folder: string;
let state: { isReady: true } | { isReady: false; line: string };
let app: Awaited<ReturnType<typeof buildApp>>;

beforeAll(async () => {
  shop = await testApp();
  folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-web-'));
  await mkdir(path.join(folder, 'js'));
  await writeFile(path.join(folder, 'index.html'), '<title>店</title><script>setUp()</script><div id="app"></div>');
  await writeFile(path.join(folder, 'js', 'app.0123abcd.js'), 'start()');
  app = await buildApp(shop.ctx, { web: { folder, state: () => state } });
});
afterAll(async () => {
  await app.close();
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  state = { isReady: true };
});

test('the page is asked for anew each time, its hashed files never', async () => {
  const page = await app.inject({ url: '/' });
  expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
  const script = await app.inject({ url: '/js/app.0123abcd.js' });
  expect([script.statusCode, script.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
});

test('while the page is being built a person sees how far it is, and the API works', async () => {
  state = { isReady: false, line: '正在构建页面' };
  expect((await app.inject({ url: '/' })).body).toContain('正在构建页面');
  expect((await app.inject({ url: '/api/products' })).statusCode).toBe(200);
});

test('only scripts of the shop run, and its own inline one by hash', async () => {
  const policy = String((await app.inject({ url: '/' })).headers['content-security-policy']);
  // sha256 of `setUp()`
  expect(policy).toContain("'sha256-mYzodPDf3KuhnBuH2ip0fFUfSFJwK5YlRJ16gnSxck4='");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
});

test('no path leads out of the folders', async () => {
  for (const url of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fetc/passwd',
    '/js/%2e%2e%2f%2e%2e%2fx',
  ]) {
    expect([url, (await app.inject({ url })).statusCode]).toEqual([url, expect.any(Number)]);
    expect((await app.inject({ url })).body).not.toMatch(/"dependencies"|root:/);
  }
});

test('a stored picture is served for ever, a named one for five minutes', async () => {
  const stored = await shop.ctx.assets.put(Buffer.from('picture'), 'jpg');
  const named = await shop.ctx.assets.putNamed('demo/banner-1.jpg', Buffer.from('banner'));
  expect((await app.inject({ url: stored })).headers['cache-control']).toContain('immutable');
  expect((await app.inject({ url: named })).headers['cache-control']).toBe('public, max-age=300');
  expect((await app.inject({ url: '/assets/none.jpg' })).json().error.code).toBe('not_found');
});

test('health, readiness and metrics answer, and a request keeps the id it came with', async () => {
  expect((await app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
  expect((await app.inject({ url: '/readyz' })).json()).toEqual({ status: 'ready' });
  expect((await app.inject({ url: '/metrics' })).body).toContain('http_request_seconds_count');
  const answer = await app.inject({ url: '/api/nothing', headers: { 'x-request-id': 'request-0001' } });
  expect(answer.headers['x-request-id']).toBe('request-0001');
  expect(answer.json().error.requestId).toBe('request-0001');
});

test('too many requests from one address are told to wait', async () => {
  const busy = await testApp({ env: { RATE_LIMIT: '3' } });
  const statuses = [];
  for (let count = 0; count < 5; count++) statuses.push((await busy.app.inject({ url: '/api/shop' })).statusCode);
  const refused = await busy.app.inject({ url: '/api/shop' });
  await busy.close();
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  expect(refused.json().error.code).toBe('rate_limited');
});

test('every answer carries the headers that keep a browser careful, a cached one and an error as well', async () => {
  for (const url of [
    '/',
    '/api/products',
    '/api/products',
    '/api/products?limit=wrong',
    '/nowhere',
    '/js/app.0123abcd.js',
  ])
    expect([url, (await app.inject({ url })).headers]).toEqual([
      url,
      expect.objectContaining({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'strict-transport-security': expect.stringMatching(/max-age=\d{8}/),
        'referrer-policy': 'strict-origin',
        'cross-origin-resource-policy': 'cross-origin',
        'x-request-id': expect.stringMatching(/^[\w-]{8,64}$/),
      }),
    ]);
});
