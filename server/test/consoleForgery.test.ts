import { adminRoutes } from '@jishi/contract/admin/routes';
import { sql } from '../src/db/db';
import { consoleSite, cookiesOf, type ConsoleSite } from './support/consoleSite';
import { employee, PASSWORD } from './support/employees';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let site: ConsoleSite;
let cookies: Record<string, string>;
beforeAll(async () => {
  shop = await testApp();
  site = await consoleSite(shop);
  const { loginName } = await employee(shop, 'owner');
  const answer = await site.send('POST', '/session', { body: { loginName, password: PASSWORD } });
  cookies = Object.fromEntries([...cookiesOf(answer)].map(([name, { value }]) => [name, value]));
});
afterAll(async () => {
  await site.close();
  await shop.close();
});

const SESSION = ['POST /session', 'POST /session/owner', 'DELETE /session'];
const named = (name: string) => name.replace(/:\w+/g, '1').split(' ') as [string, string];
const all = Object.keys(adminRoutes).map(named);
const writes = [...all, ...SESSION.map(named)].filter(([method]) => method !== 'GET');
const reads = all.filter(([method]) => method === 'GET');

/** What a page elsewhere can make a browser send in the name of whoever is signed in. */
const FORGED: [string, Record<string, string | undefined>][] = [
  ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['a browser that does not say who asks', { origin: 'https://evil.example', 'sec-fetch-site': undefined }],
  ['the shop’s own page', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }],
  ['a page in a sandbox', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['whoever sends no Origin', { origin: undefined, 'sec-fetch-site': undefined }],
  ['a page that has our Origin but another place', { 'sec-fetch-site': 'same-site' }],
  ['an address bar', { origin: undefined, 'sec-fetch-site': 'none' }],
  ['one of our pages without our header', { 'x-jishi-console': undefined }],
  ['one of our pages with another header', { 'x-jishi-console': 'true' }],
];
const BODIES: [string, string][] = [
  ['application/json', '{}'],
  ['application/x-www-form-urlencoded', 'versionId=1&state=disabled'],
  ['text/plain', '{"versionId":"1"}'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'],
];

const audited = async () => {
  const [row] = await shop.ctx.db.query<{ n: number }>(sql`select count(*)::int as n from audit_entries`);
  return row!.n;
};
const isSignedIn = async () => (await site.send('GET', '/session', { cookies })).json().employee !== null;

test.each(FORGED)('no write route takes a request of %s, in whatever form it comes', async (_, changed) => {
  const before = await audited();
  for (const [method, url] of writes) {
    for (const [type, payload] of BODIES) {
      const headers = { ...changed, 'content-type': type };
      const { statusCode, body } = await site.send(method, url, { cookies, headers, body: payload });
      expect([method, url, type, statusCode]).toEqual([method, url, type, 403]);
      expect(JSON.parse(body).error.details.reason).toMatch(/^(header|origin)$/);
    }
  }
  expect(await audited()).toBe(before);
  expect(await isSignedIn()).toBe(true);
});

test('our own pages send JSON, files and nothing else: a form with every other sign is no request', async () => {
  const before = await audited();
  const isUpload = (url: string) =>
    Object.entries(adminRoutes).some(([name, route]) => named(name)[1] === url && 'isUpload' in route);
  for (const [method, url] of writes.filter(([, url]) => !isUpload(url))) {
    for (const [type, payload] of BODIES.slice(1)) {
      const { statusCode } = await site.send(method, url, {
        cookies,
        headers: { 'content-type': type },
        body: payload,
      });
      expect([method, url, type, [400, 404, 415].includes(statusCode)]).toEqual([method, url, type, true]);
    }
  }
  expect(await audited()).toBe(before);
  expect(await isSignedIn()).toBe(true);
});

test('no route promises anything to a page elsewhere, and none can be made to write by a name in a header', async () => {
  const before = await audited();
  const headers = {
    ...FORGED[0]![1],
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'x-jishi-console,content-type',
    'x-http-method-override': 'DELETE',
  };
  for (const [method, url] of [...writes.map(([, url]) => ['OPTIONS', url] as const), ...reads]) {
    const answer = await site.send(method, url, { cookies, headers });
    const promised = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
    expect([method, url, promised]).toEqual([method, url, []]);
    expect([url, answer.headers['cross-origin-resource-policy']]).toEqual([url, 'same-origin']);
    if (method === 'OPTIONS') expect([url, answer.statusCode]).toEqual([url, 403]);
  }
  expect(await audited()).toBe(before);
  expect(await isSignedIn()).toBe(true);
});
