import { sql } from '../src/db/db';
import { mergePeople } from '../src/members/mergePeople';
import { employee, type EmployeeClient } from './support/employees';
import { addStore } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let owner: EmployeeClient;
let storeId: string;
let shopper: Shopper;
beforeAll(async () => {
  shop = await testApp();
  owner = await employee(shop, 'owner');
  storeId = await addStore(shop.ctx, { name: '湖滨店' });
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
});

const invite = async (changes: object = {}, by = owner) =>
  by.send('POST', '/admin/staff-invitations', { storeId, name: '知夏', ...changes });
const ask = (token: string, who = shopper, name = '沈知夏') =>
  who.post(`/api/staff-invitations/${token}/requests`, { name });
const decide = (id: string, isApproved = true, by = owner) =>
  by.send('POST', `/admin/staff-invitations/${id}/decision`, { isApproved });
const me = async (who = shopper) => (await who.get('/api/staff')).body;

test('whoever is invited, asks and is approved is a guide of that store, in whichever super-app they are', async () => {
  const { status, body } = await invite();
  expect(status).toBe(201);
  expect(body).toMatchObject({ state: 'open', storeName: '湖滨店', role: 'staff', employeeId: null });
  expect(body.url).toContain(`/?invite=${body.token}`);
  expect(await me()).toMatchObject({ state: 'none', stores: [] });
  expect((await shopper.get(`/api/staff-invitations/${body.token.toLowerCase()}`)).body).toMatchObject({
    storeName: '湖滨店',
    name: '知夏',
    state: 'open',
  });
  expect((await ask(body.token)).body).toMatchObject({ state: 'asked', name: '沈知夏' });
  expect(await me()).toMatchObject({ state: 'asked' });
  expect((await decide(body.id)).body).toMatchObject({ state: 'approved', askedName: '沈知夏' });
  expect(await me()).toMatchObject({
    state: 'active',
    name: '沈知夏',
    role: 'staff',
    stores: [{ id: storeId, name: '湖滨店' }],
  });
});

test('an employee with a login becomes the same person’s guide; nobody is bound twice', async () => {
  const clerk = await employee(shop, 'staff');
  const { body } = await invite({ employeeId: clerk.employeeId });
  await ask(body.token);
  await decide(body.id);
  expect(await me()).toMatchObject({ state: 'active', employeeId: clerk.employeeId, stores: [{ id: storeId }] });
  expect(await invite({ employeeId: clerk.employeeId })).toMatchObject({
    status: 409,
    body: { error: { details: { reason: 'bound' } } },
  });
  const other = await invite();
  expect((await ask(other.body.token)).body.error.details).toEqual({ reason: 'bound' });
  await owner.send('POST', `/admin/employees/${clerk.employeeId}/unbind`, {});
  expect(await me()).toMatchObject({ state: 'none' });
});

test('an invitation is one person’s: taken back, answered by another or unknown, it opens nothing', async () => {
  const first = (await invite()).body;
  await owner.send('POST', `/admin/staff-invitations/${first.id}/withdraw`, {});
  const second = (await invite()).body;
  await ask(second.token, await shop.shopper());
  for (const token of [first.token, second.token, 'AAAAAAAA', "' or 1=1--", '']) {
    expect((await shopper.get(`/api/staff-invitations/${encodeURIComponent(token)}`)).status).toBe(404);
  }
  expect((await ask(second.token)).status).toBe(404);
});

test('two who answer one invitation at once: one has it, the other does not', async () => {
  const { token } = (await invite()).body;
  const people = await Promise.all([shop.shopper(), shop.shopper(), shop.shopper()]);
  const statuses = await Promise.all(people.map(async (person) => (await ask(token, person)).status));
  expect(statuses.sort()).toEqual([200, 404, 404]);
});

test('who was refused is told so and can be invited again', async () => {
  const first = (await invite()).body;
  await ask(first.token);
  await decide(first.id, false);
  expect((await shopper.get(`/api/staff-invitations/${first.token}`)).body.state).toBe('rejected');
  expect(await decide(first.id)).toMatchObject({ status: 409 });
  const second = (await invite()).body;
  await ask(second.token);
  await decide(second.id);
  expect(await me()).toMatchObject({ state: 'active' });
});

test('a store manager invites staff to their own stores, and sees and decides for no others', async () => {
  const manager = await employee(shop, 'store_manager');
  const elsewhere = await addStore(shop.ctx, { name: '城西店' });
  await owner.send('PUT', `/admin/employees/${manager.employeeId}`, {
    name: '店长',
    role: 'store_manager',
    storeIds: [storeId],
  });
  const mine = await invite({}, manager);
  expect(mine.status).toBe(201);
  for (const changes of [{ storeId: elsewhere }, { role: 'store_manager' }, { employeeId: owner.employeeId }]) {
    expect((await invite(changes, manager)).status).toBe(403);
  }
  const { body: other } = await invite({ storeId: elsewhere });
  await ask(other.token);
  expect((await decide(other.id, true, manager)).status).toBe(404);
  const { items } = (await manager.send('GET', '/admin/staff-invitations')).body;
  expect(items.map(({ storeId: id }: { storeId: string }) => id)).not.toContain(elsewhere);
});

test('whoever asked and was merged into another account is the guide there; whoever left is nobody', async () => {
  const { body } = await invite();
  await ask(body.token);
  const into = await shop.shopper();
  await shop.ctx.db.tx((tx) => mergePeople(shop.ctx, tx, { from: shopper.userId, into: into.userId, reason: 'phone' }));
  await decide(body.id);
  expect(await me(into)).toMatchObject({ state: 'active' });

  const gone = (await invite()).body;
  const leaver = await shop.shopper();
  await ask(gone.token, leaver);
  await shop.ctx.db.query(sql`update staff_invitations set user_id = null where invitation_id = ${gone.id}`);
  expect(await decide(gone.id)).toMatchObject({ status: 409, body: { error: { details: { reason: 'gone' } } } });
});

// last: the week ends the owner's session too
test('an invitation that nobody answered within a week is over', async () => {
  const invitation = (await invite()).body;
  shop.advance(7 * 86_400_000);
  expect((await shopper.get(`/api/staff-invitations/${invitation.token}`)).body.state).toBe('expired');
  expect((await ask(invitation.token)).body.error.details).toEqual({ reason: 'expired' });
});
