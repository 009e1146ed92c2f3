import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildApp } from '../src/app';
import { employee, type EmployeeClient } from './support/employees';
import { ask, heading, HOME, layout, MEMBER, saveDraft, titlesOf } from './support/layouts';
import { testApp, type TestApp } from './support/testApp';

const CONSOLE = 'https://console.example.com';

let shop: TestApp;
let marketer: EmployeeClient;
let folder: string;
let app: Awaited<ReturnType<typeof buildApp>>;

beforeAll(async () => {
  shop = await testApp({ env: { CONSOLE_URL: `${CONSOLE}/` } });
  marketer = await employee(shop, 'marketer');
  folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-preview-'));
  await mkdir(path.join(folder, 'js'));
  await writeFile(
    path.join(folder, 'index.html'),
    '<html><head><title>店</title></head><script>setUp()</script></html>',
  );
  app = await buildApp(shop.ctx, { web: { folder, state: () => ({ isReady: true }) } });
});
afterAll(async () => {
  await app.close();
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});

const preview = async (pageId = HOME) => (await marketer.send('POST', `/admin/layouts/${pageId}/previews`)).body;
const frame = (token: string, referer?: string) =>
  app.inject({ url: `/preview?token=${encodeURIComponent(token)}`, headers: referer ? { referer } : {} });
const policyOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['content-security-policy']);

test('a token opens its page’s draft, right blocks only, and the draft of no other page', async () => {
  await saveDraft(marketer, HOME, { ...layout([heading('草稿')]), blocks: [heading('草稿'), { kind: 'lottery' }, 7] });
  const { token } = await preview();
  const shown = await ask(shop, { query: { preview: token } });
  expect([titlesOf(shown), shown.body.releaseId]).toEqual([['草稿'], null]);
  expect((await ask(shop, { slug: 'member', query: { preview: token } })).status).toBe(404);
  expect(titlesOf(await ask(shop))).toEqual([]);
});

test('a forged token, another page’s signature, a longer life or an ended token open nothing', async () => {
  const { token } = await preview();
  const [pageId, expires, signature] = token.split('.');
  const forged = [
    `${MEMBER}.${expires}.${signature}`,
    `${pageId}.${Number(expires) + 86_400}.${signature}`,
    `${pageId}.${expires}.${'A'.repeat(43)}`,
    `${pageId}.${expires}.`,
    `${pageId}.${expires}`,
    '',
    '1.9999999999.%00',
  ];
  for (const one of forged) {
    expect([one, (await ask(shop, { query: { preview: one } })).status]).toEqual([one, 403]);
    const page = await frame(one);
    expect([page.statusCode, page.body]).toEqual([403, expect.stringContaining('预览已结束')]);
    expect(page.body).not.toContain('setUp');
  }
  expect((await app.inject({ url: '/preview' })).statusCode).toBe(403);
  expect((await app.inject({ url: '/preview?token=a&token=b' })).statusCode).toBe(403);
  shop.advance(31 * 60_000);
  expect((await frame(token)).statusCode).toBe(403);
  expect((await ask(shop, { query: { preview: token } })).status).toBe(403);
});

test('only the console may frame the shop, and only its page for previews', async () => {
  const { token, frameUrl, phoneUrl, expiresAt } = await preview();
  expect(frameUrl).toBe(`http://localhost:3000/preview?token=${token}#/pages/home/index`);
  expect(phoneUrl).toBe(`http://localhost:3000/#/mall/page/index?slug=home&preview=${token}`);
  expect(Date.parse(expiresAt)).toBeGreaterThan(shop.ctx.now().getTime());
  const page = await frame(token, `${CONSOLE}/layouts`);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain(`<meta name="console-origin" content="${CONSOLE}">`);
  expect(policyOf(page)).toContain(`frame-ancestors ${CONSOLE}`);
  expect(page.headers['x-frame-options']).toBeUndefined();
  const home = await app.inject({ url: '/' });
  expect(policyOf(home)).toContain("frame-ancestors 'none'");
  expect(home.body).not.toContain('console-origin');
  expect(policyOf(await frame('x', `${CONSOLE}/`))).not.toContain('frame-ancestors *');
});

test('in development this machine’s console is known by either name, and nobody else’s by any', async () => {
  const { token } = await preview();
  const framedBy = async (referer: string) => /frame-ancestors ([^;]+)/.exec(policyOf(await frame(token, referer)))![1];
  const port = shop.ctx.env.CONSOLE_PORT;
  for (const host of ['localhost', '127.0.0.1'])
    expect(await framedBy(`http://${host}:${port}/layouts/1`)).toBe(`http://${host}:${port}`);
  for (const stranger of [
    `http://localhost:${port + 1}`,
    `http://evil.example:${port}`,
    'x',
    'javascript:1',
    '"><script>',
  ])
    expect(await framedBy(stranger)).toBe(CONSOLE);
});

test('who may not edit layouts makes no previews', async () => {
  const staff = await employee(shop, 'staff');
  expect((await staff.send('POST', `/admin/layouts/${HOME}/previews`)).status).toBe(403);
  expect((await marketer.send('POST', '/admin/layouts/999/previews')).status).toBe(404);
});
