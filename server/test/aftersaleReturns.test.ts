import { sql } from '../src/db/db';
import { ask, asked, buy, deliver, ownerWithAddress, rest, RETURN_TO, uploadAs } from './support/aftersale';
import { employee, type EmployeeClient } from './support/employees';
import { newKey, product, sku, stockOf, stockShelf } from './support/fixtures';
import { gradient } from './support/pictures';
import { addStore } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const DAY_MS = 86_400_000;
const PARCEL = { carrier: '中通快递', trackingNo: 'ZT7788990011' };

let shop: TestApp;
let owner: EmployeeClient;
let shopper: Shopper;
let skuId: string;
let handles = 0;

beforeAll(async () => {
  shop = await testApp();
});
beforeEach(async () => {
  owner = await employee(shop, 'owner');
  shopper = await shop.shopper();
  const shelf = product({ handle: `return-${++handles}`, skus: [sku({ priceFen: 5000, stock: 10 })] });
  skuId = (await stockShelf(shop.ctx, shelf)).skuIds[0]!;
});
afterAll(() => shop.close());

const read = async (id: string) => (await shopper.get(`/api/aftersales/${id}`)).body;
const act = (id: string, what: string, body: object = {}) =>
  owner.send('POST', `/admin/aftersales/${id}/${what}`, body);
const refundOf = async (orderId: string) =>
  shop.ctx.db.query(sql`select amount_fen::int as fen, state from refunds where order_id = ${orderId}`);

/** A received order of three units, of which two are to go back. */
async function wanted(wish: object = {}) {
  const { order } = await buy(shop, shopper, [{ skuId, quantity: 3 }]);
  await deliver(owner, shopper, order.id);
  const lines = [{ skuId, quantity: 2 }];
  return { order, ...(await asked(shopper, order.id, { kind: 'return', reason: 'damaged', lines, ...wish })) };
}

test('a return waits for an address, then runs from pictures to money: one unit on the shelf, one written off', async () => {
  const upload = await uploadAs(shop, shopper.token, await gradient(900, 600, 3));
  const { order, id, pictures } = await wanted({ pictureIds: [upload.body.id], description: '壶嘴磕掉了一块' });
  expect((await shop.app.inject({ url: pictures[0].url })).headers['content-type']).toBe('image/jpeg');

  expect((await act(id, 'approve')).body.error.code).toBe('return_address_missing');
  expect((await read(id)).state).toBe('requested');
  await owner.send('PUT', '/admin/return-address', RETURN_TO);
  expect((await owner.send('GET', '/admin/return-address')).body.address).toEqual(RETURN_TO);
  const { body: approved } = await act(id, 'approve', { answer: '请用原来的盒子' });
  expect(approved.aftersale).toMatchObject({ state: 'approved', returnTo: RETURN_TO, answer: '请用原来的盒子' });
  expect((await shop.app.inject({ url: approved.aftersale.pictures[0].url })).statusCode).toBe(200);

  expect((await shopper.put(`/api/aftersales/${id}/parcel`, PARCEL)).body).toMatchObject({
    state: 'returning',
    parcel: PARCEL,
  });
  const corrected = { ...PARCEL, trackingNo: 'ZT7788990012' };
  expect((await shopper.put(`/api/aftersales/${id}/parcel`, corrected)).body.parcel).toEqual(corrected);
  expect((await shopper.post(`/api/aftersales/${id}/withdraw`)).body.error.code).toBe('aftersale_state');

  const tooMany = { restocked: [{ skuId, quantity: 3 }] };
  expect((await act(id, 'receive', tooMany)).body.error.code).toBe('aftersale_units');
  const twice = { restocked: [1, 2].map((quantity) => ({ skuId, quantity })) };
  expect((await act(id, 'receive', twice)).body.error.code).toBe('aftersale_units');
  const { body: received } = await act(id, 'receive', { restocked: [{ skuId, quantity: 1 }], note: '一件能修' });
  expect(received).toMatchObject({ aftersale: { state: 'refunding' }, restocked: [{ skuId, quantity: 1 }] });
  expect((await act(id, 'receive', { restocked: [] })).body.error.code).toBe('aftersale_state');
  await rest(shop);

  const done = await read(id);
  expect(done).toMatchObject({ state: 'done', totalFen: 10_000 });
  expect(done.moves.map(({ state, actor }: { state: string; actor: string }) => `${actor} ${state}`).reverse()).toEqual(
    [
      'shopper requested',
      'merchant approved',
      'shopper returning',
      'merchant received',
      'merchant refunding',
      'platform done',
    ],
  );
  expect(await refundOf(order.id)).toEqual([{ fen: 10_000, state: 'succeeded' }]);
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 8, reserved: 0 });
  expect((await shopper.get(`/api/orders/${order.id}`)).body.state).toBe('done');
});

test('what comes back may be refused with a reason, and pays nothing', async () => {
  await ownerWithAddress(shop);
  const { order, id } = await wanted();
  await act(id, 'approve');
  await shopper.put(`/api/aftersales/${id}/parcel`, PARCEL);
  await act(id, 'reject', { answer: '盒子是空的' });
  expect(await read(id)).toMatchObject({ state: 'rejected', answer: '盒子是空的' });
  await rest(shop);
  expect(await refundOf(order.id)).toEqual([]);
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 7, reserved: 0 });
});

test('goods that are brought in person are received without a parcel', async () => {
  await ownerWithAddress(shop);
  const { id } = await wanted();
  await act(id, 'approve');
  await act(id, 'receive', { restocked: [{ skuId, quantity: 2 }] });
  await rest(shop);
  expect((await read(id)).state).toBe('done');
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 9, reserved: 0 });
});

test('an approved return that is not sent for seven days is withdrawn by itself', async () => {
  await ownerWithAddress(shop);
  const { id } = await wanted();
  await act(id, 'approve');
  shop.advance(7 * DAY_MS - 60_000);
  await rest(shop);
  expect((await read(id)).state).toBe('approved');
  shop.advance(120_000);
  await rest(shop);
  expect((await read(id)).moves[0]).toMatchObject({ state: 'withdrawn', actor: 'clock' });
});

test('a return that nobody confirms for ten days counts as received: the money goes back, no unit on the shelf', async () => {
  await ownerWithAddress(shop);
  const { id } = await wanted();
  await act(id, 'approve');
  await shopper.put(`/api/aftersales/${id}/parcel`, PARCEL);
  shop.advance(10 * DAY_MS - 60_000);
  await rest(shop);
  expect((await read(id)).state).toBe('returning');
  shop.advance(120_000);
  await rest(shop);
  expect(await read(id)).toMatchObject({ state: 'done', totalFen: 10_000 });
  expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 7, reserved: 0 });
});

test('a parcel is not shipped and a code not honoured while a refund waits for its answer', async () => {
  const { order } = await buy(shop, shopper, [{ skuId, quantity: 2 }]);
  const { id } = await asked(shopper, order.id, { lines: [{ skuId, quantity: 1 }] });
  const ship = () => owner.send('POST', `/admin/orders/${order.id}/shipments`, PARCEL);
  expect((await ship()).body.error.code).toBe('aftersale_open');
  expect((await owner.send('GET', `/admin/orders/${order.id}`)).body).toMatchObject({
    order: { state: 'paid' },
    aftersales: [{ id, kind: 'refund', state: 'requested' }],
    shipments: [],
  });
  expect((await owner.send('GET', `/admin/orders?orderId=${order.id}`)).body.items[0].hasOpenAftersale).toBe(true);
  await act(id, 'reject', { answer: '已经打包' });
  expect((await ship()).status).toBe(201);
});

describe('goods that are picked up', () => {
  let storeId: string;
  beforeAll(async () => {
    storeId = await addStore(shop.ctx, { name: '湖滨店' });
  });

  async function paidPickup() {
    const contact = { name: '林小满', phone: '13800006620' };
    const wish = { items: [{ skuId, quantity: 2 }], fulfilment: 'pickup', pickup: { storeId, contact } };
    const { body: order } = await shopper.post('/api/orders', { ...wish, expectedTotalFen: 10_000 }, newKey());
    const { body: payment } = await shopper.post(`/api/orders/${order.id}/payments`, {}, newKey());
    const url = `/fake/trades/${payment.intent.tradeNo}`;
    await shop.app.inject({ method: 'POST', url, payload: { action: 'pay' } });
    return (await shopper.get(`/api/orders/${order.id}`)).body;
  }
  async function staffOf(...storeIds: string[]): Promise<EmployeeClient> {
    const person = await employee(shop, 'store_manager');
    for (const id of storeIds) {
      await shop.ctx.db.query(
        sql`insert into employee_stores (employee_id, store_id) values (${person.employeeId}, ${id})`,
      );
    }
    return person;
  }

  test('are handed over without what was paid back, and not at all while somebody waits or when all is paid back', async () => {
    const order = await paidPickup();
    const say = (what: string) => owner.send('POST', `/admin/pickups/${what}`, { code: order.pickup.code });
    const first = await asked(shopper, order.id, { lines: [{ skuId, quantity: 1 }] });
    expect((await say('verify')).body.error.code).toBe('aftersale_open');
    expect((await shopper.post(`/api/orders/${order.id}/confirm`)).body.error.code).toBe('aftersale_open');
    await act(first.id, 'approve');
    expect((await say('lookup')).body).toMatchObject({ state: 'paid', refunded: [{ skuId, quantity: 1 }] });
    const second = await asked(shopper, order.id, { lines: [{ skuId, quantity: 1 }] });
    await act(second.id, 'approve');
    expect((await say('verify')).body.error).toMatchObject({ code: 'order_state', details: { state: 'closed' } });

    const other = await paidPickup();
    const part = await asked(shopper, other.id, { lines: [{ skuId, quantity: 1 }] });
    await act(part.id, 'approve');
    const handed = await owner.send('POST', '/admin/pickups/verify', { code: other.pickup.code });
    expect(handed.body).toMatchObject({ state: 'done', refunded: [{ skuId, quantity: 1 }] });
  });

  test('go back to their store, whose own people alone see and answer it', async () => {
    const order = await paidPickup();
    await shopper.post(`/api/orders/${order.id}/confirm`);
    const lines = [{ skuId, quantity: 1 }];
    const { id } = await asked(shopper, order.id, { kind: 'return', reason: 'defective', lines });
    const [theirs, others] = [await staffOf(storeId), await staffOf(await addStore(shop.ctx, { name: '滨江店' }))];
    expect((await others.send('GET', '/admin/aftersales')).body.items).toEqual([]);
    for (const [method, to, body] of [
      ['GET', '', undefined],
      ['POST', '/approve', {}],
      ['POST', '/reject', { answer: '不行' }],
      ['POST', '/receive', { restocked: [] }],
    ] as const) {
      expect((await others.send(method, `/admin/aftersales/${id}${to}`, body)).status).toBe(404);
    }
    const { items } = (await theirs.send('GET', '/admin/aftersales')).body;
    expect(items.map((row: { id: string }) => row.id)).toContain(id);
    const { body } = await theirs.send('POST', `/admin/aftersales/${id}/approve`, {});
    expect(body.aftersale.returnTo).toMatchObject({ name: '湖滨店', detail: '湖滨店的地址' });
    expect((await ask(shopper, order.id, { kind: 'refund', lines })).body.error.code).toBe('order_state');
  });
});
