import { sql } from '../src/db/db';
import { maskName, maskPhone } from '../src/mask';
import { employee, type EmployeeClient } from './support/employees';
import { ADDRESS, openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let operator: EmployeeClient;
let shopper: Shopper;
let skuId: string;
const PARCEL = { carrier: '顺丰速运', trackingNo: 'SF1234567890' };

beforeAll(async () => {
  shop = await testApp();
  operator = await employee(shop, 'operator');
  shopper = await shop.shopper();
  const shelf = await stockShelf(shop.ctx, product({ handle: 'tea', title: '乌龙茶', skus: [sku({ stock: 100 })] }));
  skuId = shelf.skuIds[0]!;
});
afterAll(() => shop.close());

async function paidOrder() {
  const order = await placeOrder(shopper, [{ skuId, quantity: 2 }]);
  const { tradeNo } = await openPayment(shopper, order.id);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  await shopper.post(`/api/orders/${order.id}/payments/check`);
  return order;
}
const find = async (query: string) => (await operator.send('GET', `/admin/orders?${query}`)).body.items;
const ship = (orderId: string, parcel: object = PARCEL) =>
  operator.send('POST', `/admin/orders/${orderId}/shipments`, parcel);

test('orders of all shoppers are found by state, number and time, newest first, in pages', async () => {
  const first = await placeOrder(shopper, [{ skuId, quantity: 2 }]);
  shop.advance(60_000);
  const second = await placeOrder(await shop.shopper(), [{ skuId, quantity: 1 }]);
  const ids = async (query: string) => (await find(query)).map((row: { id: string }) => row.id);
  expect((await ids('')).slice(0, 2)).toEqual([second.id, first.id]);
  expect(await ids(`orderId=${first.id}`)).toEqual([first.id]);
  expect(await ids(`from=${second.createdAt}`)).toEqual([second.id]);
  expect(await ids(`to=${second.createdAt}`)).toContain(first.id);
  expect(await ids(`to=${second.createdAt}`)).not.toContain(second.id);
  expect(await ids('state=unpaid')).toEqual(expect.arrayContaining([first.id, second.id]));
  expect(await ids('state=done')).toEqual([]);
  const page = (await operator.send('GET', '/admin/orders?limit=1')).body;
  expect(await ids(`limit=1&cursor=${page.nextCursor}`)).toEqual([first.id]);
});

test('a list masks names and phones, the detail has what shipping needs', async () => {
  const order = await placeOrder(shopper, [{ skuId, quantity: 2 }]);
  const answer = await operator.send('GET', `/admin/orders?orderId=${order.id}`);
  expect(answer.body.items[0]).toMatchObject({
    title: '乌龙茶',
    quantity: 2,
    totalFen: order.totalFen,
    maskedName: '林*',
    maskedPhone: '138****6620',
  });
  expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${ADDRESS.phone}|${ADDRESS.name}|${ADDRESS.detail}`));
  const { body } = await operator.send('GET', `/admin/orders/${order.id}`);
  expect(body).toMatchObject({ userId: shopper.userId, order: { id: order.id, address: ADDRESS }, shipments: [] });
});

test.each(['13800006620', '0571-88886666', '05718888666', '021 8888'])('the middle of %s stays hidden', (phone) => {
  expect(maskPhone(phone)).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
  expect(maskName('欧阳锋')).toBe('欧*');
});

test('a paid order is shipped once; its shopper sees it, and the log says who did it', async () => {
  const order = await paidOrder();
  const { status, body } = await ship(order.id);
  expect(status).toBe(201);
  expect(body.order.state).toBe('shipped');
  expect(body.shipments).toEqual([expect.objectContaining(PARCEL)]);
  expect(body.payments).toEqual([expect.objectContaining({ state: 'paid', amountFen: order.totalFen })]);
  expect(body.moves.map((move: { to: string }) => move.to)).toEqual(['unpaid', 'paid', 'shipped']);
  expect((await shopper.get(`/api/orders/${order.id}`)).body.state).toBe('shipped');
  const [row] = await shop.ctx.db.query<{ shipped_at: Date }>(
    sql`select shipped_at from orders where order_id = ${order.id}`,
  );
  expect(row!.shipped_at).toBeInstanceOf(Date);

  expect((await ship(order.id)).body.error.code).toBe('order_state');
  const owner = await employee(shop, 'owner');
  const { items } = (await owner.send('GET', '/admin/audit')).body;
  expect(items.filter((entry: { target: string }) => entry.target === `order ${order.id}`)).toEqual([
    expect.objectContaining({
      employeeId: operator.employeeId,
      before: { state: 'paid' },
      after: { state: 'shipped', ...PARCEL },
    }),
  ]);
});

test('two who ship the same order at once send one parcel', async () => {
  const order = await paidOrder();
  const answers = await Promise.all([ship(order.id), ship(order.id)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  expect((await operator.send('GET', `/admin/orders/${order.id}`)).body.shipments).toHaveLength(1);
});

test('an order that is not paid, or not there, is not shipped, nor is one without a tracking number', async () => {
  const order = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  expect((await ship(order.id)).body.error).toMatchObject({ code: 'order_state', details: { state: 'unpaid' } });
  expect((await ship('1')).status).toBe(404);
  expect((await ship(order.id, { carrier: '顺丰速运' })).status).toBe(400);
  expect((await operator.send('GET', `/admin/orders/${order.id}`)).body.shipments).toEqual([]);
});

test('an order that is picked up needs no parcel', async () => {
  const order = await paidOrder();
  await shop.ctx.db.query(sql`update orders set fulfilment = 'pickup' where order_id = ${order.id}`);
  expect((await ship(order.id)).body.error.code).toBe('order_state');
  expect((await operator.send('GET', `/admin/orders/${order.id}`)).body).toMatchObject({
    order: { state: 'paid' },
    shipments: [],
  });
});

test('every order has its owner on record', async () => {
  const rows = await shop.ctx.db.query(
    sql`select 1 from orders o left join order_owners w on w.order_id = o.order_id and w.user_id = o.user_id
      where w.order_id is null`,
  );
  expect(rows).toEqual([]);
});
