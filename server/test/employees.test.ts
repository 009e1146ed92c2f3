import { sql } from '../src/db/db';
import { employee, PASSWORD, sender, type EmployeeClient } from './support/employees';
import { addStore } from './support/shopRules';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let owner: EmployeeClient;
beforeAll(async () => {
  shop = await testApp();
});
beforeEach(async () => {
  await shop.ctx.db.query(sql`update employees set state = 'disabled'`);
  owner = await employee(shop, 'owner');
});
afterAll(() => shop.close());

const edit = (by: EmployeeClient, id: string, body: object) => by.send('PUT', `/admin/employees/${id}`, body);
const disable = (by: EmployeeClient, id: string) =>
  by.send('PUT', `/admin/employees/${id}/state`, { state: 'disabled' });
const reset = (id: string) => owner.send('POST', `/admin/employees/${id}/password`);
const login = (loginName: string, password: string) => sender(shop)('POST', '/admin/sessions', { loginName, password });

test('an owner changes name, role and stores; the log says from what to what', async () => {
  const one = await employee(shop, 'staff');
  const storeIds = [await addStore(shop.ctx, { name: '一店' }), await addStore(shop.ctx, { name: '二店' })];
  const change = { name: '林小满', role: 'store_manager', storeIds };
  const { status, body } = await edit(owner, one.employeeId, change);
  expect([status, body]).toMatchObject([200, { ...change, state: 'active', loginName: one.loginName }]);
  expect((await one.send('GET', '/admin/session')).body).toMatchObject(change);
  expect((await edit(owner, one.employeeId, { ...change, storeIds: [] })).body.storeIds).toEqual([]);
  const [, entry] = (await owner.send('GET', '/admin/audit?limit=2')).body.items;
  expect(entry).toMatchObject({
    action: 'PUT /admin/employees/:employeeId',
    before: { name: 'staff', role: 'staff', storeIds: [] },
    after: change,
  });
});

test('a store that is not there, or named twice, is refused and changes nothing', async () => {
  const one = await employee(shop, 'staff');
  const storeId = await addStore(shop.ctx, { name: '一店' });
  for (const storeIds of [['1'], [storeId, '1'], [storeId, storeId]]) {
    expect((await edit(owner, one.employeeId, { name: '别名', role: 'staff', storeIds })).status).toBe(400);
  }
  expect((await one.send('GET', '/admin/session')).body).toMatchObject({ name: 'staff', storeIds: [] });
  expect((await edit(owner, '1', { name: '无', role: 'staff' })).status).toBe(404);
});

test('the last owner can neither be disabled nor become something else', async () => {
  const second = await employee(shop, 'owner');
  expect((await disable(second, owner.employeeId)).status).toBe(200);
  const answer = await edit(second, second.employeeId, { name: '店主', role: 'operator' });
  expect(answer.body.error).toMatchObject({ code: 'conflict', details: { reason: 'last_owner' } });
  expect((await edit(second, second.employeeId, { name: '新名字', role: 'owner' })).status).toBe(200);
  expect((await second.send('GET', '/admin/session')).body).toMatchObject({ role: 'owner', name: '新名字' });
});

test('two owners who dismiss each other at once leave one', async () => {
  const second = await employee(shop, 'owner');
  const demote = (by: EmployeeClient, id: string) => edit(by, id, { name: '店主', role: 'staff' });
  await Promise.all([demote(owner, second.employeeId), demote(second, owner.employeeId)]);
  const rows = await shop.ctx.db.query(sql`select 1 from employees where role = 'owner' and state = 'active'`);
  expect(rows).toHaveLength(1);
});

test('a reset ends every session, and its password opens nothing but the change of itself', async () => {
  const one = await employee(shop, 'owner');
  const { status, body } = await reset(one.employeeId);
  expect(status).toBe(201);
  expect((await one.send('GET', '/admin/session')).status).toBe(401);
  expect((await login(one.loginName, PASSWORD)).status).toBe(401);

  const session = (await login(one.loginName, body.password)).body;
  expect(session.employee.mustChangePassword).toBe(true);
  const again = sender(shop, session.token);
  for (const url of ['/admin/orders', '/admin/employees', '/admin/audit']) {
    expect((await again('GET', url)).body.error).toMatchObject({ code: 'forbidden', details: { reason: 'password' } });
  }
  expect((await again('GET', '/admin/session')).status).toBe(200);
  const change = { oldPassword: body.password, newPassword: 'a password of my own' };
  expect((await again('PUT', '/admin/password', change)).status).toBe(200);
  expect((await again('GET', '/admin/employees')).status).toBe(200);
  expect((await login(one.loginName, body.password)).status).toBe(401);

  const { items } = (await owner.send('GET', '/admin/audit')).body;
  expect(items.map((entry: { action: string }) => entry.action)).toContain(
    'POST /admin/employees/:employeeId/password',
  );
  expect(JSON.stringify(items)).not.toContain(body.password);
});

test('a given password is of no use after a day', async () => {
  const one = await employee(shop, 'staff');
  const { password } = (await reset(one.employeeId)).body;
  shop.advance(24 * 3_600_000 + 1000);
  expect((await login(one.loginName, password)).status).toBe(401);
});

test('nobody resets their own password, and one who was locked out is let in by a reset', async () => {
  expect((await reset(owner.employeeId)).body.error).toMatchObject({ code: 'conflict', details: { reason: 'self' } });
  const one = await employee(shop, 'staff');
  for (let tries = 0; tries < 6; tries++) await login(one.loginName, 'wrong');
  const { password } = (await reset(one.employeeId)).body;
  expect((await login(one.loginName, password)).status).toBe(201);
});
