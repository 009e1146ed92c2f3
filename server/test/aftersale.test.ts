import { sql } from '../src/db/db';
import { ask, asked, buy, deliver, rest } from './support/aftersale';
import { employee, type EmployeeClient } from './support/employees';
import { newKey, product, sku, stockOf, stockShelf } from './support/fixtures';
import { addReachDiscount, addShippingRule } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const DAY_MS = 86_400_000;

let shop: TestApp;
let operator: EmployeeClient;
let shopper: Shopper;
let tea: string;
let cup: string;
let handles = 0;

beforeAll(async () => {
  shop = await testApp();
  await addShippingRule(shop.ctx, { name: '全国', firstFen: 800 });
  await addReachDiscount(shop.ctx, { label: '满减', fromFen: 5000, offFen: 1000 });
});
beforeEach(async () => {
  operator = await employee(shop, 'operator');
  shopper = await shop.shopper();
  const skus = (
    await Promise.all(
      [3333, 2000].map((priceFen) =>
        stockShelf(shop.ctx, product({ handle: `back-${++handles}`, skus: [sku({ priceFen, stock: 10 })] })),
      ),
    )
  ).map(({ skuIds }) => skuIds[0]!);
  [tea, cup] = [skus[0]!, skus[1]!];
});
afterAll(() => shop.close());

const both = () => [
  { skuId: tea, quantity: 3 },
  { skuId: cup, quantity: 1 },
];
const approve = (id: string) => operator.send('POST', `/admin/aftersales/${id}/approve`, {});
const orderOf = async (orderId: string) => (await shopper.get(`/api/orders/${orderId}`)).body;
const read = async (id: string) => (await shopper.get(`/api/aftersales/${id}`)).body;
const refunds = (orderId: string) =>
  shop.ctx.db.query<{ fen: number; state: string }>(
    sql`select amount_fen::int as fen, state from refunds where order_id = ${orderId} order by refund_id`,
  );
const ship = (orderId: string) =>
  operator.send('POST', `/admin/orders/${orderId}/shipments`, { carrier: '顺丰', trackingNo: 'SF0000000001' });

test('a line is paid back before shipping: its part of what was paid, its units on the shelf, the rest is shipped', async () => {
  const { order } = await buy(shop, shopper, both());
  const quote = { kind: 'refund', lines: [{ skuId: cup, quantity: 1 }] };
  const { body: worth } = await shopper.post(`/api/orders/${order.id}/aftersale-quotes`, quote);
  // 1000 fen off 11999: 167 of them belong to the cup
  expect(worth).toEqual({ lines: [{ skuId: cup, quantity: 1, fen: 1833 }], goodsFen: 1833, shippingFen: 0 });
  const { id, state, totalFen } = await asked(shopper, order.id, quote);
  expect([state, totalFen]).toEqual(['requested', 1833]);
  expect(await stockOf(shop.ctx, cup)).toEqual({ onHand: 9, reserved: 0 });

  expect((await approve(id)).body.aftersale.state).toBe('refunding');
  await rest(shop);
  expect(await read(id)).toMatchObject({ state: 'done', totalFen: 1833, dueAt: null, doneAt: expect.any(String) });
  expect(await refunds(order.id)).toEqual([{ fen: 1833, state: 'succeeded' }]);
  expect(await stockOf(shop.ctx, cup)).toEqual({ onHand: 10, reserved: 0 });
  expect((await orderOf(order.id)).state).toBe('paid');

  expect((await ship(order.id)).status).toBe(201);
  const [parcel] = await shop.ctx.db.query<{ lines: unknown }>(
    sql`select lines from shipments where order_id = ${order.id}`,
  );
  expect(parcel!.lines).toEqual([{ skuId: tea, quantity: 3 }]);
});

test('an order that is wholly paid back before shipping is closed, with its shipping, and its units are back once', async () => {
  const { order } = await buy(shop, shopper, both());
  const first = await asked(shopper, order.id, { lines: [{ skuId: cup, quantity: 1 }] });
  const second = await asked(shopper, order.id, { lines: [{ skuId: tea, quantity: 3 }] });
  expect([first.shippingFen, second.shippingFen]).toEqual([0, 800]);
  // what is approved last takes the shipping
  await approve(second.id);
  expect((await read(second.id)).shippingFen).toBe(0);
  await approve(first.id);
  expect((await approve(first.id)).body.error).toMatchObject({
    code: 'aftersale_state',
    details: { state: 'refunding' },
  });
  await rest(shop);
  expect(await orderOf(order.id)).toMatchObject({ state: 'closed', closeReason: 'refunded', paymentState: 'refunded' });
  const paid = (await refunds(order.id)).map(({ fen }) => fen);
  expect(paid.reduce((sum, fen) => sum + fen, 0)).toBe(order.totalFen);
  expect([await stockOf(shop.ctx, tea), await stockOf(shop.ctx, cup)]).toEqual([
    { onHand: 10, reserved: 0 },
    { onHand: 10, reserved: 0 },
  ]);
  const entries = await shop.ctx.db.query(
    sql`select 1 from stock_entries where reason = 'refund' and sku_id = any(${[tea, cup]}::bigint[])`,
  );
  expect(entries).toHaveLength(2);
  expect((await ship(order.id)).body.error).toMatchObject({ code: 'order_state', details: { state: 'closed' } });
});

test('no unit is asked back twice: not in a second request, not at the same moment, not beyond what was bought', async () => {
  const { order } = await buy(shop, shopper, both());
  const wish = { lines: [{ skuId: tea, quantity: 2 }] };
  const answers = await Promise.all([ask(shopper, order.id, wish), ask(shopper, order.id, wish)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.error).toMatchObject({
    code: 'aftersale_units',
    details: { skuIds: [tea] },
  });
  expect((await ask(shopper, order.id, { lines: [{ skuId: tea, quantity: 4 }] })).body.error.code).toBe(
    'aftersale_units',
  );
  expect((await shopper.get(`/api/orders/${order.id}/aftersales`)).body.lines).toEqual([
    { skuId: tea, leftUnits: 1, leftFen: expect.any(Number) },
    { skuId: cup, leftUnits: 1, leftFen: 1833 },
  ]);
});

test('units of a request that was withdrawn or rejected can be asked back again; the withdrawal can be repeated', async () => {
  const { order } = await buy(shop, shopper, both());
  const all = { lines: both() };
  const first = await asked(shopper, order.id, all);
  expect(first.totalFen).toBe(order.totalFen);
  for (let time = 0; time < 2; time++) {
    expect((await shopper.post(`/api/aftersales/${first.id}/withdraw`)).body.state).toBe('withdrawn');
  }
  const second = await asked(shopper, order.id, all);
  await operator.send('POST', `/admin/aftersales/${second.id}/reject`, { answer: '已经打包好了，今天就发' });
  expect(await read(second.id)).toMatchObject({ state: 'rejected', answer: '已经打包好了，今天就发', shippingFen: 0 });
  expect((await asked(shopper, order.id, all)).totalFen).toBe(order.totalFen);
  expect((await operator.send('POST', `/admin/aftersales/${second.id}/reject`, {})).status).toBe(400);
});

test('less than the worth can be asked for, more cannot, and no line gets more than was paid for it', async () => {
  const { order } = await buy(shop, shopper, both());
  const lines = both();
  const most = order.totalFen - 800;
  expect((await ask(shopper, order.id, { lines, goodsFen: most + 1 })).body.error).toMatchObject({
    code: 'refund_too_high',
    details: { maxFen: most },
  });
  const less = await asked(shopper, order.id, { lines, goodsFen: 1001 });
  expect([less.goodsFen, less.totalFen]).toEqual([1001, 1801]);
  expect(less.lines.reduce((sum: number, line: { fen: number }) => sum + line.fen, 0)).toBe(1001);
  await approve(less.id);
  await rest(shop);
  expect(await refunds(order.id)).toEqual([{ fen: 1801, state: 'succeeded' }]);
});

test('the same key gives the same request, another body under it is refused', async () => {
  const { order } = await buy(shop, shopper, both());
  const wish = { lines: [{ skuId: tea, quantity: 1 }] };
  const key = newKey();
  const [first, again] = [await ask(shopper, order.id, wish, key), await ask(shopper, order.id, wish, key)];
  expect(again.body.id).toBe(first.body.id);
  const other = await ask(shopper, order.id, { lines: [{ skuId: tea, quantity: 2 }] }, key);
  expect(other.body.error.code).toBe('idempotency_conflict');
  expect((await shopper.get('/api/aftersales')).body.items).toHaveLength(1);
});

test("another person's order gives nothing back, and another person's request is not found", async () => {
  const { order } = await buy(shop, shopper, both());
  const { id } = await asked(shopper, order.id, { lines: [{ skuId: tea, quantity: 1 }] });
  const other = await shop.shopper();
  const wish = { kind: 'refund', lines: [{ skuId: tea, quantity: 1 }] };
  for (const answer of [
    await ask(other, order.id, { lines: wish.lines }),
    await other.post(`/api/orders/${order.id}/aftersale-quotes`, wish),
    await other.get(`/api/orders/${order.id}/aftersales`),
    await other.get(`/api/aftersales/${id}`),
    await other.post(`/api/aftersales/${id}/withdraw`),
    await other.put(`/api/aftersales/${id}/parcel`, { carrier: '顺丰', trackingNo: 'SF0000000001' }),
  ]) {
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  }
  expect((await other.get('/api/aftersales')).body.items).toEqual([]);
  expect((await read(id)).state).toBe('requested');
});

test('how an order stands decides what can be asked, and for which reason', async () => {
  const { order } = await buy(shop, shopper, both());
  const lines = [{ skuId: tea, quantity: 1 }];
  const codeOf = async (wish: object) => (await ask(shopper, order.id, { lines, ...wish })).body.error?.code;
  expect(await codeOf({ kind: 'return' })).toBe('order_state');
  expect(await codeOf({ reason: 'not_received' })).toBe('order_state');
  await ship(order.id);
  expect((await shopper.get(`/api/orders/${order.id}/aftersales`)).body.kinds).toEqual(['refund', 'return']);
  expect(await codeOf({ reason: 'changed_mind' })).toBe('order_state');
  expect(await codeOf({ reason: 'not_received' })).toBeUndefined();
  await shopper.post(`/api/orders/${order.id}/confirm`);
  expect(await codeOf({ reason: 'not_received' })).toBe('order_state');
  expect(await codeOf({ kind: 'return', reason: 'exchange' })).toBeUndefined();
});

test('seven days after it was received an order cannot be asked back any more', async () => {
  const { order } = await buy(shop, shopper, both());
  await deliver(operator, shopper, order.id);
  const lines = [{ skuId: tea, quantity: 1 }];
  const open = (await shopper.get(`/api/orders/${order.id}/aftersales`)).body;
  expect(open.kinds).toEqual(['return']);
  shop.advance(Date.parse(open.until) - shop.ctx.now().getTime() - 60_000);
  const late = await asked(shopper, order.id, { kind: 'return', lines });
  expect(late.state).toBe('requested');
  shop.advance(120_000);
  expect((await ask(shopper, order.id, { kind: 'return', lines })).body.error.code).toBe('aftersale_over');
  expect((await shopper.get(`/api/orders/${order.id}/aftersales`)).body.kinds).toEqual([]);
});

test('goods that are sent and lost are paid back, and an order of which nothing is left is closed', async () => {
  const { order } = await buy(shop, shopper, both());
  await ship(order.id);
  const { id, shippingFen } = await asked(shopper, order.id, { reason: 'lost', lines: both() });
  expect(shippingFen).toBe(0);
  await approve(id);
  await rest(shop);
  expect(await read(id)).toMatchObject({ state: 'done', totalFen: order.totalFen - 800 });
  expect(await orderOf(order.id)).toMatchObject({ state: 'closed', closeReason: 'refunded' });
  // nobody has them
  expect(await stockOf(shop.ctx, tea)).toEqual({ onHand: 7, reserved: 0 });
});

test('after an unanswered request for goods in the shop 48 hours pass: it is approved by itself, others wait on', async () => {
  const { order } = await buy(shop, shopper, both());
  const { id, dueAt } = await asked(shopper, order.id, { lines: [{ skuId: tea, quantity: 1 }] });
  expect(Date.parse(dueAt) - shop.ctx.now().getTime()).toBeGreaterThan(2 * DAY_MS - 60_000);
  const { order: sent } = await buy(shop, shopper, both());
  await ship(sent.id);
  const waiting = await asked(shopper, sent.id, { reason: 'lost', lines: [{ skuId: tea, quantity: 1 }] });
  shop.advance(2 * DAY_MS - 60_000);
  await rest(shop);
  expect((await read(id)).state).toBe('requested');
  shop.advance(120_000);
  await rest(shop);
  expect(await read(id)).toMatchObject({ state: 'done' });
  expect((await read(id)).moves[2]).toMatchObject({ state: 'approved', actor: 'clock' });
  shop.advance(4 * DAY_MS);
  await rest(shop);
  expect((await read(waiting.id)).state).toBe('requested');
  // the operator has been signed out by then
  operator = await employee(shop, 'operator');
  const overdue = (await operator.send('GET', '/admin/aftersales?isOverdue=true')).body.items;
  const ids = overdue.map((row: { id: string }) => row.id);
  expect([ids.includes(waiting.id), ids.includes(id)]).toEqual([true, false]);
});

test('money that the platform does not give back is seen by the merchant, and the request stays open', async () => {
  const { order, tradeNo } = await buy(shop, shopper, both());
  const behave = (refunds: string) =>
    shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'behave', refunds } });
  await behave('fail');
  const { id } = await asked(shopper, order.id, { lines: [{ skuId: tea, quantity: 1 }] });
  await approve(id);
  for (let time = 0; time < 8; time++) {
    await rest(shop);
    shop.advance(2 * 3_600_000);
  }
  expect((await read(id)).state).toBe('refunding');
  operator = await employee(shop, 'operator');
  const { body: detail } = await operator.send('GET', `/admin/aftersales/${id}`);
  expect(detail).toMatchObject({ refundNote: expect.stringMatching(/./), refundId: expect.any(String) });
  const { items } = (await operator.send('GET', '/admin/aftersales?state=refunding')).body;
  expect(items[0]).toMatchObject({ id, hasFailed: true, maskedName: '林*', maskedPhone: '138****6620' });
});
