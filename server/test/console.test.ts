import { buildConsoleApp } from '../src/app';
import { sql } from '../src/db/db';
import { prepareFirstOwner } from '../src/employees/firstOwner';
import { MAX_TRIES } from '../src/employees/signInTries';
import { readEnv } from '../src/env';
import { consoleSite, cookiesOf, ORIGIN, type ConsoleSite } from './support/consoleSite';
import { employee, PASSWORD, sender } from './support/employees';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let site: ConsoleSite;
beforeAll(async () => {
  shop = await testApp();
  site = await consoleSite(shop);
  await employee(shop, 'owner');
});
afterAll(async () => {
  await site.close();
  await shop.close();
});

const signIn = (loginName: string, password: string, cookies: Record<string, string> = {}) =>
  site.send('POST', '/session', { body: { loginName, password }, cookies });

/** Signed in as the console does it: what the browser would send from now on. */
async function signedIn(role: 'owner' | 'operator' | 'staff') {
  const one = await employee(shop, role);
  const answer = await signIn(one.loginName, PASSWORD);
  const cookies = Object.fromEntries([...cookiesOf(answer)].map(([name, { value }]) => [name, value]));
  return { ...one, answer, cookies };
}

test('signing in gives a cookie that no script sees, and no token in the answer', async () => {
  const { answer, cookies, loginName } = await signedIn('operator');
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({ employee: { loginName, role: 'operator' }, needsOwner: false });
  expect([...cookiesOf(answer)].map(([name, { rest }]) => [name, rest])).toEqual([
    ['jishi-console', expect.stringMatching(/^Path=\/; HttpOnly; SameSite=Strict; Max-Age=431\d\d$/)],
    ['jishi-device', expect.stringMatching(/^Path=\/; HttpOnly; SameSite=Strict; Max-Age=34560000$/)],
  ]);
  for (const secret of Object.values(cookies)) expect(answer.body).not.toContain(secret);
  expect((await site.send('GET', '/session', { cookies })).json().employee.loginName).toBe(loginName);
  expect((await site.send('GET', '/admin/orders', { cookies })).statusCode).toBe(200);
});

test('under https no other subdomain can plant the cookie, and it never goes over a plain line', async () => {
  const { loginName } = await employee(shop, 'staff');
  const secure = { ...shop, ctx: { ...shop.ctx, env: { ...shop.ctx.env, CONSOLE_URL: 'https://admin.jishi.cn' } } };
  const other = await consoleSite(secure);
  const answer = await other.send('POST', '/session', {
    body: { loginName, password: PASSWORD },
    headers: { origin: 'https://admin.jishi.cn' },
  });
  const set = [...cookiesOf(answer)];
  expect(set.map(([name]) => name)).toEqual(['__Host-jishi-console', '__Host-jishi-device']);
  for (const [, { rest }] of set) expect(rest).toMatch(/^Path=\/; .*; Secure$/);
  await other.close();
});

test('whoever is not signed in is told so without a refusal, and reads nothing', async () => {
  const nobody = await site.send('GET', '/session');
  expect([nobody.statusCode, nobody.json()]).toEqual([200, { employee: null, needsOwner: false }]);
  expect((await site.send('GET', '/admin/orders')).statusCode).toBe(401);
});

test('after five wrong passwords it says until when, and a browser that is known still gets in', async () => {
  const { loginName, cookies } = await signedIn('staff');
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    expect((await signIn(loginName, 'wrong password')).json().error.code).toBe('login_failed');
  }
  const { error } = (await signIn(loginName, PASSWORD)).json();
  expect(error).toMatchObject({ code: 'rate_limited', details: { retryAt: expect.stringMatching(/Z$/) } });
  expect((await signIn(loginName, PASSWORD, { 'jishi-device': cookies['jishi-device']! })).statusCode).toBe(201);
});

test('signing out ends the session itself, not just the cookie, and is noted', async () => {
  const { cookies, employeeId } = await signedIn('operator');
  const answer = await site.send('DELETE', '/session', { cookies });
  expect(cookiesOf(answer).get('jishi-console')).toEqual({ value: '', rest: expect.stringContaining('Max-Age=0') });
  expect((await site.send('GET', '/admin/orders', { cookies })).statusCode).toBe(401);
  const rows = await shop.ctx.db.query<{ action: string }>(
    sql`select action from audit_entries where employee_id = ${employeeId} order by entry_id desc`,
  );
  expect(rows.map(({ action }) => action)).toEqual(['DELETE /admin/session', 'POST /admin/sessions']);
});

const STRANGERS: [string, Record<string, string | undefined>][] = [
  ['without the header that only our own pages send', { 'x-jishi-console': undefined }],
  ['from a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['from the shop, which is the same site', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }],
  [
    'with an Origin of its own and nothing else to go by',
    { origin: 'http://localhost:3000', 'sec-fetch-site': undefined },
  ],
  ['from a page that hides where it is', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['without any Origin', { origin: undefined }],
  ['from an address that only looks like ours', { origin: `${ORIGIN}.evil.example`, 'sec-fetch-site': undefined }],
];

test.each(STRANGERS)('a write %s is refused and changes nothing', async (_what, headers) => {
  const { cookies } = await signedIn('owner');
  const words = () => site.send('GET', '/admin/hot-words', { cookies });
  const before = (await words()).json();
  const body = { items: [{ word: '闯进来的词' }] };
  const writes = [
    await site.send('PUT', '/admin/hot-words', { body, cookies, headers }),
    await site.send('DELETE', '/session', { cookies, headers }),
    await site.send('POST', '/session', { body: { loginName: 'a', password: 'b' }, headers }),
  ];
  expect(writes.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
  expect((await words()).json()).toEqual(before);
  expect((await site.send('PUT', '/admin/hot-words', { body, cookies })).statusCode).toBe(200);
});

test('in production only the public address counts, whatever Host a caller names', async () => {
  const env = {
    ...readEnv({ NODE_ENV: 'test' }),
    ...shop.ctx.env,
    isProduction: true,
    CONSOLE_URL: 'https://admin.jishi.cn',
  };
  const production = await consoleSite({ ...shop, ctx: { ...shop.ctx, env } });
  const body = { loginName: 'nobody', password: 'nothing at all' };
  const from = (origin: string, host: string) =>
    production.send('POST', '/session', { body, headers: { origin, host } });
  expect((await from('http://localhost:3001', 'localhost:3001')).statusCode).toBe(403);
  expect((await from('https://admin.jishi.cn', 'localhost:3001')).json().error.code).toBe('login_failed');
  await production.close();
});

test('a bearer token is nobody on this origin, and its cookie is nobody at the shop', async () => {
  const { token, cookies } = await signedIn('owner');
  const headers = { authorization: `Bearer ${token}` };
  expect((await site.send('GET', '/admin/orders', { headers })).statusCode).toBe(401);
  const atTheShop = await shop.app.inject({ url: '/admin/orders', cookies });
  expect(atTheShop.statusCode).toBe(401);
  expect((await sender(shop, token)('GET', '/admin/orders')).status).toBe(200);
});

test('nothing here puts a token into a script, and no route of the shop is here', async () => {
  const { cookies, loginName } = await signedIn('owner');
  const body = { loginName, password: PASSWORD };
  expect((await site.send('POST', '/admin/sessions', { body, cookies })).statusCode).toBe(404);
  expect((await site.send('POST', '/admin/owner', { body, cookies })).statusCode).toBe(404);
  expect((await site.send('POST', '/api/sessions', { body, cookies })).statusCode).toBe(404);
});

test('every address of a page gets the page, with a policy that lets in no inline script and a nonce used once', async () => {
  const nonces = new Set<string>();
  for (const url of ['/', '/orders/12?x=1', '/employees']) {
    const { headers, body, statusCode } = await site.send('GET', url);
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
    const policy = String(headers['content-security-policy']);
    const nonce = /name="style-nonce" content="([^"]{24})"/.exec(body)![1]!;
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('a hashed file is kept for ever; what does not exist is no page', async () => {
  const script = await site.send('GET', '/static/index-0123abcd.js');
  expect([script.statusCode, script.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  for (const url of ['/static/gone.js', '/admin/nothing', '/assets/nothing.jpg', '/session/x']) {
    const answer = await site.send('GET', url);
    expect([url, answer.statusCode, answer.body.includes('集市后台')]).toEqual([url, 404, false]);
  }
});

test('while the console is being built a person sees how far it is', async () => {
  const web = { folder: '/nowhere', state: () => ({ isReady: false as const, line: '正在构建后台' }) };
  const app = await buildConsoleApp(shop.ctx, { web });
  const { body, headers } = await app.inject({ url: '/orders' });
  expect(body).toContain('正在构建后台');
  const nonce = /<style nonce="([^"]+)">/.exec(body)?.[1];
  expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
  await app.close();
});

test('the first owner comes in with the one-time token of the terminal, once', async () => {
  const fresh = await testApp({ env: { DEMO_SHOP: 'off' } });
  const empty = await consoleSite(fresh);
  expect((await empty.send('GET', '/session')).json()).toEqual({ employee: null, needsOwner: true });
  const setup = await prepareFirstOwner(fresh.ctx);
  const token = setup?.kind === 'setup' ? setup.token : '';
  const owner = { loginName: 'boss', name: '店主', password: 'a long password' };
  const create = (given: string) => empty.send('POST', '/session/owner', { body: { ...owner, token: given } });
  expect((await create('guess')).json().error.code).toBe('login_failed');
  const made = await create(token);
  expect(made.json()).toMatchObject({ employee: { loginName: 'boss', role: 'owner' }, needsOwner: false });
  const cookies = { 'jishi-console': cookiesOf(made).get('jishi-console')!.value };
  expect((await empty.send('GET', '/admin/employees', { cookies })).statusCode).toBe(200);
  expect((await create(token)).json().error.code).toBe('login_failed');
  expect((await empty.send('GET', '/session')).json()).toEqual({ employee: null, needsOwner: false });
  await empty.close();
  await fresh.close();
});
