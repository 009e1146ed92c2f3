import { authenticateEmployee } from '../src/adminAuth';
import { registerAdminRoutes } from '../src/adminHttp';
import { sql } from '../src/db/db';
import { createFirstOwner, prepareFirstOwner } from '../src/employees/firstOwner';
import { signIn } from '../src/employees/signIn';
import { FREE_TRIES, MAX_TRIES } from '../src/employees/signInTries';
import { employee, PASSWORD, sender } from './support/employees';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let nobody: ReturnType<typeof sender>;
beforeAll(async () => {
  shop = await testApp();
  nobody = sender(shop);
});
afterAll(() => shop.close());

const login = (loginName: string, password: string) => nobody('POST', '/admin/sessions', { loginName, password });

test('a right password gives a session, which ends with the sign-out; the database has neither password nor token', async () => {
  const one = await employee(shop, 'operator');
  const answer = await login(one.loginName, PASSWORD);
  expect(answer).toMatchObject({ status: 201, body: { employee: { role: 'operator', loginName: one.loginName } } });
  const { token } = answer.body;
  const send = sender(shop, token);
  expect((await send('GET', '/admin/session')).body.id).toBe(one.employeeId);

  const [kept] = await shop.ctx.db.query<{ text: string }>(
    sql`select (select json_agg(e) from employees e)::text || (select json_agg(s) from employee_sessions s)::text as text`,
  );
  expect(kept!.text).not.toContain(PASSWORD);
  expect(kept!.text).not.toContain(token);

  expect((await send('DELETE', '/admin/session')).status).toBe(200);
  expect((await send('GET', '/admin/session')).status).toBe(401);
  expect((await one.send('GET', '/admin/session')).status).toBe(200);
});

test('a session ends after twelve hours', async () => {
  const one = await employee(shop, 'staff');
  shop.advance(12 * 3_600_000 - 60_000);
  expect((await one.send('GET', '/admin/session')).status).toBe(200);
  shop.advance(120_000);
  expect((await one.send('GET', '/admin/session')).status).toBe(401);
});

test('two equal passwords are stored differently', async () => {
  await employee(shop, 'staff');
  await employee(shop, 'staff');
  const rows = await shop.ctx.db.query<{ password_hash: string }>(sql`select password_hash from employees`);
  expect(new Set(rows.map((row) => row.password_hash)).size).toBe(rows.length);
});

test('after five wrong passwords the right one is refused too, until a quarter of an hour has passed', async () => {
  const one = await employee(shop, 'staff');
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    expect((await login(one.loginName, 'wrong')).body.error.code).toBe('login_failed');
  }
  expect((await login(one.loginName, PASSWORD)).body.error.code).toBe('rate_limited');
  shop.advance(15 * 60_000 + 1000);
  expect((await login(one.loginName, PASSWORD)).status).toBe(201);
});

test('tries sent all at once are counted as well', async () => {
  const one = await employee(shop, 'staff');
  const answers = await Promise.all(Array.from({ length: 12 }, () => login(one.loginName, 'wrong')));
  const codes = answers.map((answer) => answer.body.error.code);
  expect(codes.filter((code) => code === 'login_failed')).toHaveLength(MAX_TRIES);
  expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(12 - MAX_TRIES);
});

/** A try from somewhere else, perhaps in a browser that is known. */
const loginFrom = async (ip: string, payload: { loginName: string; password: string; deviceToken?: string }) => {
  const answer = await shop.app.inject({ method: 'POST', url: '/admin/sessions', remoteAddress: ip, payload });
  return answer.json();
};
/** Wrong passwords from so many addresses, five from each. Answers how many were looked at. */
const flood = async (loginName: string, addresses: number) => {
  const ips = Array.from({ length: addresses * MAX_TRIES }, (_, count) => `10.1.${Math.floor(count / MAX_TRIES)}.1`);
  const answers = await Promise.all(ips.map((ip) => loginFrom(ip, { loginName, password: 'wrong' })));
  return answers.filter(({ error }) => error.code === 'login_failed').length;
};

test('a stranger who is locked out does not lock out the employee, who comes from elsewhere', async () => {
  const one = await employee(shop, 'staff');
  for (let tries = 0; tries <= MAX_TRIES; tries++)
    await loginFrom('10.0.0.1', { loginName: one.loginName, password: 'x' });
  expect((await loginFrom('10.0.0.1', { loginName: one.loginName, password: PASSWORD })).error.code).toBe(
    'rate_limited',
  );
  expect((await loginFrom('10.0.0.2', { loginName: one.loginName, password: PASSWORD })).token).toBeDefined();
});

test('many addresses together get ever fewer tries, and a known device is not kept waiting by them', async () => {
  const { loginName } = await employee(shop, 'staff');
  const turning = shop.ctx.now;
  const start = turning();
  shop.ctx.now = () => start;
  // this one was a try from an unknown device, too
  const { deviceToken } = await loginFrom('10.0.0.3', { loginName, password: PASSWORD });
  expect(await flood(loginName, 8)).toBe(FREE_TRIES);
  const right = { loginName, password: PASSWORD };
  expect((await loginFrom('10.0.0.4', right)).error).toMatchObject({
    code: 'rate_limited',
    details: { retryAt: new Date(start.getTime() + 1000).toISOString() },
  });
  const known = await loginFrom('10.0.0.4', { ...right, deviceToken });
  expect(known).toMatchObject({ token: expect.any(String), deviceToken });
  // nobody is kept waiting longer than half a minute, whatever others do
  shop.ctx.now = () => new Date(start.getTime() + 30_000);
  expect((await loginFrom('10.0.0.4', right)).token).toBeDefined();
  shop.ctx.now = turning;
}, 60_000);

test("another employee's device, or an invented one, is an unknown one", async () => {
  const one = await employee(shop, 'staff');
  const other = await employee(shop, 'staff');
  const { deviceToken } = await loginFrom('10.0.0.5', { loginName: other.loginName, password: PASSWORD });
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    await loginFrom('10.0.0.6', { loginName: one.loginName, password: 'x', deviceToken });
  }
  for (const device of [deviceToken, 'x'.repeat(43)]) {
    const again = await loginFrom('10.0.0.6', { loginName: one.loginName, password: PASSWORD, deviceToken: device });
    expect(again.error.code).toBe('rate_limited');
  }
});

test('tries at a known device are counted as well', async () => {
  const { loginName } = await employee(shop, 'staff');
  const { deviceToken } = await loginFrom('10.0.0.7', { loginName, password: PASSWORD });
  const last = [];
  for (let tries = 0; tries <= MAX_TRIES; tries++) {
    last.push((await loginFrom(`10.9.0.${tries}`, { loginName, password: 'x', deviceToken })).error.code);
  }
  expect(last.at(-1)).toBe('rate_limited');
  expect(last.filter((code) => code === 'login_failed')).toHaveLength(MAX_TRIES);
});

test('a name that does not exist is answered and locked as one that does', async () => {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    expect((await login('nobody-here', 'wrong')).body.error.code).toBe('login_failed');
  }
  expect((await login('nobody-here', 'wrong')).body.error.code).toBe('rate_limited');
});

test('a new password needs the old one, ends the other sessions, and its tries are counted', async () => {
  const one = await employee(shop, 'marketer');
  const other = (await login(one.loginName, PASSWORD)).body.token;
  const change = (oldPassword: string, newPassword = 'another password') =>
    one.send('PUT', '/admin/password', { oldPassword, newPassword });
  expect((await change('wrong')).body.error.code).toBe('login_failed');
  expect((await change(PASSWORD, 'short')).status).toBe(400);
  expect((await change(PASSWORD)).status).toBe(200);
  expect((await one.send('GET', '/admin/session')).status).toBe(200);
  expect((await sender(shop, other)('GET', '/admin/session')).status).toBe(401);
  expect((await login(one.loginName, PASSWORD)).body.error.code).toBe('login_failed');
  expect((await login(one.loginName, 'another password')).status).toBe(201);
  for (let tries = 0; tries < MAX_TRIES; tries++) await change('wrong');
  expect((await change('another password')).body.error.code).toBe('rate_limited');
});

test('a disabled employee is out at once and cannot come back; a restored one can', async () => {
  const owner = await employee(shop, 'owner');
  const one = await employee(shop, 'staff');
  const set = (id: string, state: string) => owner.send('PUT', `/admin/employees/${id}/state`, { state });
  expect((await set(one.employeeId, 'disabled')).body.state).toBe('disabled');
  expect((await one.send('GET', '/admin/session')).status).toBe(401);
  expect((await login(one.loginName, PASSWORD)).status).toBe(401);
  await set(one.employeeId, 'active');
  expect((await login(one.loginName, PASSWORD)).status).toBe(201);
  expect((await one.send('GET', '/admin/session')).status).toBe(401);
  expect((await set(owner.employeeId, 'disabled')).body.error.code).toBe('conflict');
});

test('an owner adds employees; a name is given once', async () => {
  const owner = await employee(shop, 'owner');
  const input = { loginName: 'lin.xiaoman', password: PASSWORD, name: '林小满', role: 'operator' };
  const answer = await owner.send('POST', '/admin/employees', input);
  expect(answer).toMatchObject({ status: 201, body: { name: '林小满', role: 'operator', state: 'active' } });
  expect((await owner.send('POST', '/admin/employees', input)).body.error.code).toBe('conflict');
  const { items } = (await owner.send('GET', '/admin/employees')).body;
  expect(items.filter((one: { loginName: string }) => one.loginName === 'lin.xiaoman')).toHaveLength(1);
  const [entry] = (await owner.send('GET', '/admin/audit?limit=1')).body.items;
  expect(entry).toMatchObject({
    action: 'POST /admin/employees',
    employeeId: owner.employeeId,
    target: `employee ${answer.body.id}`,
    before: null,
    after: { loginName: 'lin.xiaoman', name: '林小满', role: 'operator' },
  });
  expect(JSON.stringify(entry)).not.toContain(PASSWORD);
});

test('a write whose note in the audit log fails is not done', async () => {
  const owner = await employee(shop, 'owner');
  await shop.ctx.db.script('alter table audit_entries rename to audit_entries_away');
  const input = { loginName: 'unnoted', password: PASSWORD, name: '无名', role: 'staff' };
  const answer = await owner.send('POST', '/admin/employees', input);
  await shop.ctx.db.script('alter table audit_entries_away rename to audit_entries');
  expect(answer.status).toBe(500);
  const { items } = (await owner.send('GET', '/admin/employees')).body;
  expect(items.map((one: { loginName: string }) => one.loginName)).not.toContain('unnoted');
});

test('a route without roles, or without a handler, stops the start', () => {
  const handler = async () => ({});
  const start = (roles: unknown, handlers: object) => () =>
    registerAdminRoutes(shop.app, shop.ctx, { 'GET /admin/x': { roles } } as never, handlers as never);
  expect(start([], { 'GET /admin/x': handler })).toThrow('no roles');
  expect(start(undefined, { 'GET /admin/x': handler })).toThrow('no roles');
  expect(start(['owner'], {})).toThrow('no handler');
});

describe('the first owner', () => {
  const production = () => ({ ...shop.ctx, env: { ...shop.ctx.env, isProduction: true } });
  beforeEach(async () => {
    await shop.ctx.db.script(
      'delete from audit_entries; delete from employee_sessions; delete from employee_devices; delete from employees;',
    );
  });

  test('a demo shop makes one, once, whose login works there and never in production', async () => {
    const owner = await prepareFirstOwner(shop.ctx);
    if (owner?.kind !== 'demo') throw new Error('no demo owner');
    expect(await prepareFirstOwner(shop.ctx)).toBeNull();
    const { token } = await signIn(shop.ctx, { ...owner, ip: '127.0.0.1' }, 'test');
    await expect(signIn(production(), { ...owner, ip: '127.0.0.1' }, 'test')).rejects.toMatchObject({
      code: 'login_failed',
    });
    await expect(authenticateEmployee(production(), `Bearer ${token}`)).rejects.toMatchObject({
      code: 'session_required',
    });
    expect(await prepareFirstOwner(production())).toMatchObject({ kind: 'setup' });
  });

  test('production gives a token that makes one owner, once', async () => {
    const setup = await prepareFirstOwner(production());
    if (setup?.kind !== 'setup') throw new Error('no token');
    const body = { loginName: 'boss', password: PASSWORD, name: '店主' };
    expect((await nobody('POST', '/admin/owner', { token: 'guess', ...body })).body.error.code).toBe('login_failed');
    const made = await nobody('POST', '/admin/owner', { token: setup.token, ...body });
    expect(made).toMatchObject({ status: 201, body: { employee: { role: 'owner' } } });
    expect((await sender(shop, made.body.token)('GET', '/admin/employees')).status).toBe(200);
    expect((await nobody('POST', '/admin/owner', { token: setup.token, ...body })).body.error.code).toBe(
      'login_failed',
    );
    expect(await prepareFirstOwner(production())).toBeNull();
  });

  test('a token that was printed before there was an owner makes no second one', async () => {
    const setup = await prepareFirstOwner(production());
    await employee(shop, 'owner');
    const input = { token: (setup as { token: string }).token, loginName: 'second', password: PASSWORD, name: '二' };
    await expect(createFirstOwner(shop.ctx, input, 'test')).rejects.toMatchObject({ code: 'conflict' });
  });
});
