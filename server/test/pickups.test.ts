import { sql } from '../src/db/db';
import { MAX_WRONG_CODES } from '../src/orders/handOver';
import { employee, type EmployeeClient } from './support/employees';
import { newKey, openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { addStore } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let owner: EmployeeClient;
let shopper: Shopper;
let skuId: string;
let here: string;
let there: string;
const PHONE = '13800006620';

beforeAll(async () => {
  shop = await testApp();
  owner = await employee(shop, 'owner');
  shopper = await shop.shopper();
  here = await addStore(shop.ctx, { name: '文三路店' });
  there = await addStore(shop.ctx, { name: '湖滨店' });
  const item = product({ handle: 'vase', title: '花瓶', skus: [sku({ priceFen: 4000, stock: 90 })] });
  skuId = (await stockShelf(shop.ctx, item)).skuIds[0]!;
});
afterAll(() => shop.close());

/** Somebody of the store. */
async function staffOf(storeId: string, role: 'staff' | 'store_manager' = 'staff'): Promise<EmployeeClient> {
  const one = await employee(shop, role);
  await owner.send('PUT', `/admin/employees/${one.employeeId}`, { name: '店员', role, storeIds: [storeId] });
  return one;
}
async function pay(orderId: string): Promise<void> {
  const { tradeNo } = await openPayment(shopper, orderId);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
}
/** A paid order that waits in the store, and its code. */
async function waiting(storeId: string): Promise<{ id: string; code: string }> {
  const pickup = { storeId, contact: { name: '林小满', phone: PHONE } };
  const draft = {
    items: [{ skuId, quantity: 2 }],
    fulfilment: 'pickup',
    pickup,
    expectedTotalFen: 8000,
    note: '要纸袋',
  };
  const { id } = (await shopper.post('/api/orders', draft, newKey())).body;
  await pay(id);
  return { id, code: (await shopper.get(`/api/orders/${id}`)).body.pickup.code };
}
const lookUp = (by: EmployeeClient, code: string) => by.send('POST', '/admin/pickups/lookup', { code });
const verify = (by: EmployeeClient, code: string) => by.send('POST', '/admin/pickups/verify', { code });
const wrong = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

test('a code finds its order at the counter, with the phone masked', async () => {
  const clerk = await staffOf(here);
  const { id, code } = await waiting(here);
  const { status, body } = await lookUp(clerk, code);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    orderId: id,
    state: 'paid',
    storeName: '文三路店',
    maskedName: '林*',
    maskedPhone: '138****6620',
    totalFen: 8000,
    note: '要纸袋',
    lines: [{ title: '花瓶', quantity: 2 }],
  });
  expect(JSON.stringify(body)).not.toContain(PHONE);
  expect((await shopper.get(`/api/orders/${id}`)).body.state).toBe('paid');
});

test('the goods are handed over once; the order is done and the log says by whom', async () => {
  const clerk = await staffOf(here);
  const { id, code } = await waiting(here);
  const answers = await Promise.all([verify(clerk, code), verify(clerk, code)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect((await verify(clerk, code)).body.error).toMatchObject({ code: 'order_state', details: { state: 'done' } });
  expect((await shopper.get(`/api/orders/${id}`)).body).toMatchObject({ state: 'done', doneAt: expect.any(String) });
  const { timeline } = (await shopper.get(`/api/orders/${id}/progress`)).body;
  expect(timeline.filter((move: { state: string }) => move.state === 'done')).toHaveLength(1);
  const { items } = (await owner.send('GET', '/admin/audit?limit=100')).body;
  const notes = items.filter((entry: { target: string }) => entry.target === `order ${id}`);
  expect(notes).toEqual([
    expect.objectContaining({
      action: 'POST /admin/pickups/verify',
      employeeId: clerk.employeeId,
      after: { state: 'done' },
    }),
  ]);
});

test("another store's code is as wrong as one that does not exist", async () => {
  const clerk = await staffOf(there, 'store_manager');
  const nowhere = await employee(shop, 'staff');
  const { id, code } = await waiting(here);
  for (const by of [clerk, nowhere]) {
    const [known, unknown] = [await lookUp(by, code), await lookUp(by, wrong(code))];
    expect(known.status).toBe(404);
    expect({ ...known.body.error, requestId: '' }).toEqual({ ...unknown.body.error, requestId: '' });
    expect((await verify(by, code)).status).toBe(404);
  }
  expect((await shopper.get(`/api/orders/${id}`)).body.state).toBe('paid');
  expect((await verify(owner, code)).status).toBe(200);
});

test('wrong codes are counted, also when they come at once; right ones are not', async () => {
  const clerk = await staffOf(here);
  const { code } = await waiting(here);
  for (let count = 0; count < MAX_WRONG_CODES + 5; count++) expect((await lookUp(clerk, code)).status).toBe(200);
  const guesses = await Promise.all(Array.from({ length: MAX_WRONG_CODES + 5 }, () => verify(clerk, wrong(code))));
  const codes = guesses.map((answer) => answer.body.error.code);
  expect(codes.filter((one) => one === 'not_found')).toHaveLength(MAX_WRONG_CODES);
  expect(codes.filter((one) => one === 'rate_limited')).toHaveLength(5);
  expect((await lookUp(clerk, code)).body.error).toMatchObject({
    code: 'rate_limited',
    details: { retryAt: expect.any(String) },
  });
  expect((await lookUp(await staffOf(here), code)).status).toBe(200);
  shop.advance(10 * 60_000 + 1000);
  expect((await verify(clerk, code)).status).toBe(200);
});

test('an order whose money went back is not handed over', async () => {
  const clerk = await staffOf(here);
  const { id, code } = await waiting(here);
  await shop.ctx.db.query(sql`update orders set state = 'closed', close_reason = 'refunded' where order_id = ${id}`);
  expect((await verify(clerk, code)).body.error).toMatchObject({ code: 'order_state', details: { state: 'closed' } });
});

test('store managers and staff see the orders of their own stores, owners and operators all', async () => {
  const mine = await waiting(here);
  const others = await waiting(there);
  const delivered = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  const all = [mine.id, others.id, delivered.id];
  const seenBy = async (by: EmployeeClient) => {
    const listed = (await by.send('GET', '/admin/orders?limit=100')).body.items.map((row: { id: string }) => row.id);
    const read = [];
    for (const id of all) {
      const { status, body } = await by.send('GET', `/admin/orders/${id}`);
      if (status === 200) read.push(id);
      else expect([status, body.error.code]).toEqual([404, 'not_found']);
    }
    expect(listed.filter((id: string) => all.includes(id)).sort()).toEqual([...read].sort());
    expect((await by.send('GET', `/admin/orders?orderId=${others.id}`)).body.items).toHaveLength(
      read.includes(others.id) ? 1 : 0,
    );
    return read;
  };
  for (const role of ['staff', 'store_manager'] as const)
    expect(await seenBy(await staffOf(here, role))).toEqual([mine.id]);
  expect(await seenBy(await employee(shop, 'staff'))).toEqual([]);
  for (const role of ['owner', 'operator'] as const) expect(await seenBy(await employee(shop, role))).toEqual(all);
});

test('who leaves a store sees its orders no more, in the same session', async () => {
  const clerk = await staffOf(here);
  const { id } = await waiting(here);
  expect((await clerk.send('GET', `/admin/orders/${id}`)).status).toBe(200);
  const change = { name: '店员', role: 'staff', storeIds: [there] };
  await owner.send('PUT', `/admin/employees/${clerk.employeeId}`, change);
  expect((await clerk.send('GET', `/admin/orders/${id}`)).status).toBe(404);
});
