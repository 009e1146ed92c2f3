import { sql } from '../../src/db/db';
import { PERSONAL_TABLES } from '../../src/account/personalTables';
import { requestRefund } from '../../src/payments/refunds';
import { settleOrderPoints } from '../../src/points/orderPoints';
import { asked, uploadAs } from './aftersale';
import { holdCoupon } from './coupons';
import { employee } from './employees';
import { newKey, openPayment, product, sku, stockShelf, type Draft } from './fixtures';
import { gradient } from './pictures';
import { allowMessages, scanNewCode } from './reach';
import { addStore } from './shopRules';
import type { Login, Shopper, TestApp } from './testApp';

export interface FullPerson extends Shopper {
  login: Login;
  orderIds: { delivered: string; pickedUp: string };
  /** What must be nowhere once the person is forgotten. */
  secrets: string[];
}

type Rows = Record<string, Record<string, unknown>[]>;
let people = 0;

/** A person with rows in every table that has a person's key; both of their orders are done. */
export async function fullPerson(shop: TestApp): Promise<FullPerson> {
  const nth = ++people;
  const login: Login = { platform: 'weapp', appId: 'wx-shop', code: `fake-open-${nth}`, deviceId: `phone-of-${nth}` };
  const shopper = await shop.shopper(login);
  const who = { name: `顾某某${nth}`, phone: `1390000000${nth}` };
  const { productId, skuIds } = await stockShelf(
    shop.ctx,
    product({ handle: `kept-${nth}`, skus: [sku({ priceFen: 5000, stock: 9 })] }),
  );
  const items = [{ skuId: skuIds[0]!, quantity: 2 }];

  const place = { province: '浙江省', city: '杭州市', district: `某某区${nth}`, detail: `某某路 ${nth} 弄` };
  const address = ok(await shopper.post('/api/addresses', { ...who, ...place }));
  const { totalFen: expectedTotalFen } = ok(await shopper.post('/api/quotes', { items, addressId: address.id }));
  const invoice = { type: 'personal', title: who.name, taxNumber: null, email: `gu${nth}@mail.example` };
  const note = `放在某某处${nth}`;
  const delivery = { items, addressId: address.id, expectedTotalFen, note, invoice };
  const delivered = ok(await shopper.post('/api/orders', delivery, newKey())).id as string;
  await pay(shop, shopper, delivered);
  await allowMessages(shop, shopper, 'order_shipped');
  const operator = await employee(shop, 'operator');
  await scanNewCode(shop, shopper, operator.employeeId);
  const parcel = { carrier: '顺丰', trackingNo: `SF${nth}00000000` };
  const { body: detail } = await operator.send('POST', `/admin/orders/${delivered}/shipments`, parcel);
  const event = { text: `签收人：${who.name}`, happenedAt: shop.ctx.now().toISOString() };
  ok(await operator.send('POST', `/admin/shipments/${detail.shipments[0].id}/events`, event));
  ok(await shopper.post(`/api/orders/${delivered}/confirm`));
  const { userId } = shopper;
  const refund = { userId, orderId: delivered, fen: 100, reason: '补差价', ref: 'test:1' };
  await shop.ctx.db.tx((tx) => requestRefund(shop.ctx, tx, refund));

  await askBack(shop, shopper, delivered, items, nth);

  const pickup = { storeId: await addStore(shop.ctx, { name: '文三路店' }), contact: who };
  const collection = { items, fulfilment: 'pickup', pickup, expectedTotalFen: 9000, note };
  const pickedUp = ok(await shopper.post('/api/orders', collection, newKey())).id as string;
  await pay(shop, shopper, pickedUp);
  ok(await shopper.post(`/api/orders/${pickedUp}/confirm`));

  ok(await shopper.post('/api/points/check-ins'));
  await shop.ctx.db.tx((tx) => settleOrderPoints(shop.ctx, tx, { userId, orderId: pickedUp }));

  ok(await shopper.post('/api/cart/items', items[0]));
  await holdCoupon(shop, shopper);
  ok(await shopper.put(`/api/favourites/${productId}`));
  ok(await shopper.put(`/api/history/${productId}`));
  ok(await shopper.post('/api/notices', { kind: 'price_drop', productId }));
  await joinGuest(shop, shopper, who.phone);
  await showCard(shop, shopper);
  const seen = { id: `event-${nth}-0123456789`, name: 'page_view', at: shop.ctx.now().toISOString(), properties: {} };
  ok(await shopper.post('/api/events', { items: [seen] }));
  await wantToWork(shop, shopper, pickup.storeId, who.name);
  const alsoEmployee = await employee(shop, 'staff');
  await shop.ctx.db.query(
    sql`update employees set user_id = ${shopper.userId} where employee_id = ${alsoEmployee.employeeId}`,
  );
  const secrets = [
    who.name,
    who.phone,
    place.district,
    place.detail,
    note,
    invoice.email,
    `open-${nth}`,
    secretWords(nth),
  ];
  return { ...shopper, login, orderIds: { delivered, pickedUp }, secrets };
}

async function pay(shop: TestApp, shopper: Shopper, orderId: string): Promise<void> {
  const { tradeNo } = await openPayment(shopper, orderId);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
}

/** A return with a picture, which the merchant refuses. */
async function askBack(shop: TestApp, shopper: Shopper, orderId: string, lines: Draft['items'], nth: number) {
  const picture = ok(await uploadAs(shop, shopper.token, await gradient(60, 60, nth)));
  const wish = { kind: 'return', reason: 'damaged', description: secretWords(nth), pictureIds: [picture.id] };
  const { id } = await asked(shopper, orderId, { lines, ...wish });
  const owner = await employee(shop, 'owner');
  ok(await owner.send('POST', `/admin/aftersales/${id}/reject`, { answer: secretWords(nth) }));
}

/** Asks to be a guide; lets the one they belong to see them, who writes something down. */
async function wantToWork(shop: TestApp, shopper: Shopper, storeId: string, name: string): Promise<void> {
  const owner = await employee(shop, 'owner');
  const { token } = ok(await owner.send('POST', '/admin/staff-invitations', { storeId, name: '新同事' }));
  ok(await shopper.post(`/api/staff-invitations/${token}/requests`, { name }));
  ok(await shopper.put('/api/my-guide/consent', { isAgreed: true }));
  await shop.ctx.db.query(
    sql`insert into customer_notes (user_id, note, employee_id, written_at)
      values (${shopper.userId}, ${`${name}喜欢青瓷`}, ${owner.employeeId}, ${shop.ctx.now()})`,
  );
}

const secretWords = (nth: number) => `某某杯沿缺了一块${nth}`;

/** The number is verified, and a guest who verifies it too becomes part of the person; one more code is on its way. */
async function joinGuest(shop: TestApp, shopper: Shopper, phone: string): Promise<void> {
  ok(await shopper.post('/api/phone', { proof: { kind: 'code', code: `fake-${phone}` } }));
  const guest = await shop.shopper();
  ok(await guest.post('/api/phone', { proof: { kind: 'code', code: `fake-${phone}` } }));
  ok(await shopper.post('/api/sms-codes', { phone }));
}

/** Has a card, which a till has seen. */
async function showCard(shop: TestApp, shopper: Shopper): Promise<void> {
  ok(await shopper.post('/api/member'));
  const { slots } = ok(await shopper.get('/api/member/till-code'));
  const owner = await employee(shop, 'owner');
  const storeId = await addStore(shop.ctx, { name: '文二路店' });
  const { secret } = ok(await owner.send('POST', '/admin/till-keys', { storeId, name: '收银台' }));
  const headers = { authorization: `Bearer ${secret}` };
  await shop.app.inject({ method: 'POST', url: '/api/till/lookups', headers, payload: { code: slots[0].code } });
}

function ok({ status, body }: { status: number; body: unknown }) {
  if (status >= 300) throw new Error(`refused: ${JSON.stringify(body)}`);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return body as any;
}

/** The person's rows of every table of the registry. */
export async function rowsOf(shop: TestApp, userId: string): Promise<Rows> {
  const rows: Rows = {};
  for (const table of Object.keys(PERSONAL_TABLES)) {
    const text = `select to_jsonb(t) as row from ${table} t where user_id = $1 order by to_jsonb(t)::text`;
    const found = await shop.ctx.db.query<{ row: Record<string, unknown> }>({ text, values: [userId] });
    rows[table] = found.map(({ row }) => row);
  }
  return rows;
}

/** `table: word` for every table of the whole database that holds one of the words anywhere. */
export async function tablesWith(shop: TestApp, words: string[]): Promise<string[]> {
  const tables = await shop.ctx.db.query<{ name: string }>(
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    for (const word of words) {
      const text = `select 1 from ${name} t where position($1 in to_jsonb(t)::text) > 0 limit 1`;
      if ((await shop.ctx.db.query({ text, values: [word] })).length > 0) found.push(`${name}: ${word}`);
    }
  }
  return found;
}
