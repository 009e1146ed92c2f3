import { sql } from '../src/db/db';
import { offer } from './support/coupons';
import { newKey } from './support/fixtures';
import { startServerOrThrow, type ServerProcess } from './support/serverProcess';
import { testApp, type Answer, type TestApp } from './support/testApp';

const PEOPLE = 500;
const COUPONS = 50;

let shop: TestApp;
let servers: ServerProcess[] = [];

// PGlite belongs to one process; PostgreSQL is shared by two
beforeAll(async () => {
  shop = await testApp();
  const { databaseUrl } = shop;
  if (databaseUrl) servers = await Promise.all([1, 2].map(() => startServerOrThrow({ DATABASE_URL: databaseUrl })));
}, 180_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await shop.close();
});

/** Through the nth server process where there are some, else in this one. */
async function post(nth: number, url: string, payload: object, headers: Record<string, string>): Promise<Answer> {
  const server = servers[nth % servers.length];
  if (!server) {
    const answer = await shop.app.inject({ method: 'POST', url, payload, headers });
    return { status: answer.statusCode, body: answer.json() };
  }
  const body = JSON.stringify(payload);
  const answer = await fetch(server.url + url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: answer.status, body: await answer.json() };
}

test('500 people race for 50 coupons, each with two taps at once: exactly 50 are given, one each', async () => {
  const { id } = await offer(shop, { totalLimit: COUPONS });
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => shop.shopper()));
  const answers = await Promise.all(
    people.flatMap(({ token }, nth) =>
      [0, 1].map((tap) => {
        const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newKey() };
        return post(nth + tap, `/api/coupon-templates/${id}/claims`, {}, headers);
      }),
    ),
  );
  const won = answers.filter(({ status }) => status === 201);
  const codes = answers.filter(({ status }) => status === 409).map(({ body }) => body.error.code);
  expect(won).toHaveLength(COUPONS);
  expect(codes).toHaveLength(2 * PEOPLE - COUPONS);
  expect(codes.filter((code) => !['coupon_gone', 'coupon_limit'].includes(code))).toEqual([]);
  const [row] = await shop.ctx.db.query<{ n: number; people: number; given: number; counted: number }>(
    sql`select count(*)::int as n, count(distinct user_id)::int as people,
        (select given_count from coupon_templates where template_id = ${id}) as given,
        (select count(*)::int from coupon_counts where template_id = ${id}) as counted
      from coupons where template_id = ${id}`,
  );
  expect(row).toEqual({ n: COUPONS, people: COUPONS, given: COUPONS, counted: COUPONS });
}, 180_000);
