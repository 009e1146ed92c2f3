import { createCodes } from '../src/codes/editCodes';
import { makeCodeToken } from '../src/codes/tokens';
import { sql } from '../src/db/db';
import { employee, type EmployeeClient } from './support/employees';
import { product, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let marketer: EmployeeClient;
let shopper: Shopper;
let productId: string;
let shelves = 0;

beforeAll(async () => {
  shop = await testApp();
  marketer = await employee(shop, 'marketer');
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  ({ productId } = await stockShelf(shop.ctx, product({ handle: `coded-${++shelves}` })));
});

const create = async (changes: object = {}) => {
  const target = { kind: 'product', id: productId };
  return marketer.send('POST', '/admin/codes', { names: ['南门海报'], target, ...changes });
};
const newToken = async (changes: object = {}): Promise<string> => (await create(changes)).body.items[0].token;
const scan = async (token: string, by = shopper) => (await by.post(`/api/codes/${token}/scans`)).body;
const listed = async (token: string) =>
  (await marketer.send('GET', '/admin/codes')).body.items.find((code: { token: string }) => code.token === token);

test('a code leads to what it stands for, and its visit is counted once and remembers it', async () => {
  const token = await newToken({ campaign: 'shuang11' });
  expect(token).toMatch(/^[0-9A-Za-z]{8}$/);
  for (let time = 0; time < 3; time++) {
    expect(await scan(token)).toEqual({ state: 'active', target: { kind: 'product', id: productId } });
  }
  await scan(token, await shop.shopper());
  expect(await listed(token)).toMatchObject({ name: '南门海报', campaign: 'shuang11', state: 'active', scans: 2 });
  const visits = await shop.ctx.db.query(sql`select code_token, source from visits where user_id = ${shopper.userId}`);
  expect(visits).toEqual([{ code_token: token, source: 'scan' }]);
});

test('who comes through a code again later is counted again, though the session goes on', async () => {
  const token = await newToken();
  for (const [minutes, scans] of [
    [0, 1],
    [29, 1],
    [2, 2],
  ] as const) {
    shop.advance(minutes * 60_000);
    await scan(token);
    expect((await listed(token)).scans).toBe(scans);
  }
});

test('the first code of a visit is the visit’s; both are counted', async () => {
  const [first, second] = [await newToken(), await newToken()];
  await scan(first);
  await scan(second);
  const [visit] = await shop.ctx.db.query(sql`select code_token from visits where user_id = ${shopper.userId}`);
  expect(visit).toEqual({ code_token: first });
  expect((await listed(second)).scans).toBe(1);
});

test('a revoked code lands nowhere from then on, and revoking again is fine', async () => {
  const token = await newToken();
  await scan(token);
  for (let time = 0; time < 2; time++) {
    expect(await marketer.send('POST', `/admin/codes/${token}/revoke`)).toMatchObject({
      status: 200,
      body: { state: 'revoked' },
    });
  }
  expect(await scan(token, await shop.shopper())).toEqual({ state: 'revoked', target: null });
  expect(await listed(token)).toMatchObject({ state: 'revoked', scans: 1 });
});

test('a code lands until its end and not after it; one that never was is unknown', async () => {
  const expiresAt = new Date(shop.ctx.now().getTime() + 60_000).toISOString();
  const token = await newToken({ expiresAt });
  expect((await scan(token)).state).toBe('active');
  shop.advance(61_000);
  expect(await scan(token, await shop.shopper())).toEqual({ state: 'expired', target: null });
  for (const strange of ['AAAAAAAA', 'x', '%00', "';--", 'A'.repeat(90)])
    expect(await scan(encodeURIComponent(strange))).toEqual({ state: 'unknown', target: null });
  expect((await shopper.post('/api/codes/undefined/scans')).body).toEqual({ state: 'unknown', target: null });
});

test('a batch has a code for each name, all or none, and nothing that is not there is led to', async () => {
  const names = Array.from({ length: 30 }, (_, nth) => `桌 ${nth + 1}`);
  const { status, body } = await create({ names });
  expect(status).toBe(201);
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(names);
  expect(new Set(body.items.map(({ token }: { token: string }) => token)).size).toBe(30);
  for (const changes of [
    { target: { kind: 'product', id: '1' } },
    { target: { kind: 'product', id: 'x' } },
    { target: { kind: 'category', id: 'nothing' } },
    { employeeId: '1' },
    { storeId: '1' },
  ])
    expect((await create(changes)).status).toBe(404);
});

test('a token that is taken makes way for another', async () => {
  const taken = await newToken();
  const tokens = [taken, taken, makeCodeToken()];
  const free = tokens[2]!;
  const wish = {
    target: { kind: 'home', id: '' },
    campaign: '',
    employeeId: null,
    storeId: null,
    expiresAt: null,
  } as const;
  const [code] = await createCodes(shop.ctx, '1', { ...wish, names: ['后来'] }, () => tokens.shift()!);
  expect(code!.token).toBe(free);
});

test('each super-app has its picture of a code, made once and kept as an asset', async () => {
  const token = await newToken();
  const made: string[] = [];
  const { weapp } = shop.ctx.platforms;
  shop.ctx.platforms = {
    ...shop.ctx.platforms,
    weapp: { ...weapp, makeCode: (input) => (made.push(`${input.token} ${input.page}`), weapp.makeCode(input)) },
  };
  for (const platform of ['weapp', 'weapp', 'alipay', 'tt', 'h5']) {
    const { status, body } = await marketer.send('GET', `/admin/codes/${token}/pictures/${platform}`);
    expect(status).toBe(200);
    const picture = await shop.app.inject({ url: body.url });
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
  }
  expect(made).toEqual([`${token} pages/home/index`]);
  expect((await marketer.send('GET', '/admin/codes/AAAAAAAA/pictures/weapp')).status).toBe(404);
});

test('a camera outside the super-apps is led to the page with the token, and with anything else to the page', async () => {
  const token = await newToken();
  const answer = await shop.app.inject({ url: `/s/${token}` });
  expect([answer.statusCode, answer.headers.location]).toEqual([302, `/?k=${token}`]);
  for (const strange of ['x', 'https:%2F%2Fevil.example', '..%2F..', '%0d%0aset-cookie:a=b', '%E0%A4%A'])
    expect([undefined, '/']).toContain((await shop.app.inject({ url: `/s/${strange}` })).headers.location);
  expect(await listed(token)).toMatchObject({ url: `http://localhost:3000/s/${token}` });
});

test('staff of a store make no codes', async () => {
  const staff = await employee(shop, 'staff');
  expect((await staff.send('GET', '/admin/codes')).status).toBe(403);
});
