import fc from 'fast-check';
import type { AdminRouteShape } from '@jishi/contract/admin/defineAdminRoutes';
import { adminRoutes } from '@jishi/contract/admin/routes';
import { ERROR_STATUS } from '@jishi/contract/plain/errors';
import { ROLES, type Role } from '@jishi/contract/plain/roles';
import { runs } from '../../test/support/runs';
import { sql } from '../src/db/db';
import { consoleSite, type ConsoleSite } from './support/consoleSite';
import { employee, sender, type EmployeeClient } from './support/employees';
import { product, stockShelf } from './support/fixtures';
import { requestsOf, type GeneratedRequest } from './support/openapiRequests';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let site: ConsoleSite;
const people = new Map<Role, EmployeeClient>();
beforeAll(async () => {
  shop = await testApp();
  site = await consoleSite(shop);
  await signIn();
});
afterAll(async () => {
  await site.close();
  await shop.close();
});

async function signIn() {
  for (const role of ROLES) people.set(role, await employee(shop, role));
}

/** Addresses something that is not there: who may, learns that; who may not, learns nothing. */
const addressOf = (url: string) => url.replace(/:\w+/g, '1');
const guarded = Object.entries<AdminRouteShape>(adminRoutes).filter(([, route]) => route.roles !== 'anyone');

test.each(guarded)(
  '%s answers nobody without a session, and exactly the roles that the contract names',
  async (name, route) => {
    const [method, url] = name.split(' ') as [string, string];
    const to = addressOf(url);
    const body = method === 'GET' ? undefined : {};
    for (const send of [sender(shop), sender(shop, 'x'.repeat(43)), sender(shop, (await shop.shopper()).token)]) {
      expect(await send(method, to, body)).toMatchObject({
        status: 401,
        body: { error: { code: 'session_required' } },
      });
    }
    // the console's origin asks the same of the cookie
    const through = async (token?: string) => {
      const { statusCode } = await site.send(method, to, {
        ...(body && { body }),
        cookies: token ? { 'jishi-console': token } : {},
      });
      return statusCode;
    };
    expect([await through(), await through('x'.repeat(43))]).toEqual([401, 401]);
    const answers: Partial<Record<Role, boolean>> = {};
    for (const role of ROLES) {
      const { status, body: answer } = await people.get(role)!.send(method, to, body);
      answers[role] = status !== 403;
      // signed out above
      if (name !== 'DELETE /admin/session')
        expect([role, (await through(people.get(role)!.token)) !== 403]).toEqual([role, status !== 403]);
      if (status === 403) expect(answer.error.code).toBe('forbidden');
      else expect([200, 201, 400, 404, 409, 422]).toContain(status);
    }
    expect(answers).toEqual(Object.fromEntries(ROLES.map((role) => [role, route.roles.includes(role as never)])));
    if (name === 'DELETE /admin/session') await signIn();
  },
);

test('only the routes that sign in are open to anyone', () => {
  const open = Object.keys(adminRoutes).filter((name) => !guarded.some(([known]) => known === name));
  expect(open.sort()).toEqual(['POST /admin/owner', 'POST /admin/sessions']);
});

test('an employee is nobody to the shop itself, and what is not in the contract does not exist', async () => {
  const { send } = people.get('owner')!;
  expect((await send('GET', '/api/orders')).status).toBe(401);
  expect((await send('GET', '/admin/nothing')).status).toBe(404);
  expect((await send('DELETE', '/admin/products')).status).toBe(404);
});

test('the document of the admin API has every route, and opens to an owner but to no other role', async () => {
  const { status, body } = await people.get('owner')!.send('GET', '/admin/openapi.json');
  expect(status).toBe(200);
  const names = Object.entries<Record<string, unknown>>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(names.sort()).toEqual(Object.keys(adminRoutes).sort());
  expect((await people.get('staff')!.send('GET', '/admin/openapi.json')).status).toBe(403);
  const production = await testApp({ env: { NODE_ENV: 'production', PLATFORM: 'live' } });
  expect((await sender(production)('GET', '/admin/openapi.json')).status).toBe(404);
  await production.close();
});

test('whatever an owner sends, the answer is a success or a known code, and every success of a write is noted', async () => {
  const { productId, skuIds } = await stockShelf(shop.ctx, product({ handle: 'fuzz' }));
  const owner = people.get('owner')!;
  const { body: document } = await owner.send('GET', '/admin/openapi.json');
  // signing out would leave nobody to go on
  delete document.paths['/admin/session'].delete;
  const known = { token: owner.token, ids: [productId, skuIds[0]!, people.get('staff')!.employeeId] };
  const notes = async () => {
    const [row] = await shop.ctx.db.query<{ count: number }>(sql`select count(*)::int as count from audit_entries`);
    return row!.count;
  };
  let writes = 0;
  const before = await notes();
  const send = async (request: GeneratedRequest) => {
    if (request.method === 'DELETE' && request.url === '/admin/session') return;
    const answer = await shop.app.inject({ ...request, method: request.method as 'GET' });
    if (answer.statusCode < 300) {
      if (request.method !== 'GET') writes += 1;
      return;
    }
    expect(answer.statusCode).toBeLessThan(500);
    expect(ERROR_STATUS[answer.json().error.code as keyof typeof ERROR_STATUS]).toBe(answer.statusCode);
    expect(answer.body).not.toMatch(/\bat .+:\d+:\d+|node_modules|select |SQLSTATE/);
  };
  // a short run may meet no write that succeeds: one is sent by hand
  await send({
    method: 'PUT',
    url: '/admin/hot-words',
    headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
    payload: JSON.stringify({ items: [{ word: '柿饼' }] }),
  });
  await fc.assert(fc.asyncProperty(requestsOf(document, known), send), runs(10_000));
  expect(writes).toBeGreaterThan(0);
  expect((await notes()) - before).toBe(writes);
}, 600_000);
