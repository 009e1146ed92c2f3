import { sql } from '../../src/db/db';
import { PERSONAL_TABLES } from '../../src/account/personalTables';
import { employee } from './employees';
import { newKey, openPayment, product, sku, stockShelf } from './fixtures';
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
  const operator = await employee(shop, 'operator');
  const parcel = { carrier: '顺丰', trackingNo: `SF${nth}00000000` };
  const { body: detail } = await operator.send('POST', `/admin/orders/${delivered}/shipments`, parcel);
  const event = { text: `签收人：${who.name}`, happenedAt: shop.ctx.now().toISOString() };
  ok(await operator.send('POST', `/admin/shipments/${detail.shipments[0].id}/events`, event));
  ok(await shopper.post(`/api/orders/${delivered}/confirm`));

  const pickup = { storeId: await addStore(shop.ctx, { name: '文三路店' }), contact: who };
  const collection = { items, fulfilment: 'pickup', pickup, expectedTotalFen: 9000, note };
  const pickedUp = ok(await shopper.post('/api/orders', collection, newKey())).id as string;
  await pay(shop, shopper, pickedUp);
  ok(await shopper.post(`/api/orders/${pickedUp}/confirm`));

  ok(await shopper.post('/api/cart/items', items[0]));
  ok(await shopper.put(`/api/favourites/${productId}`));
  ok(await shopper.put(`/api/history/${productId}`));
  ok(await shopper.post('/api/notices', { kind: 'price_drop', productId }));
  const seen = { id: `event-${nth}-0123456789`, name: 'page_view', at: shop.ctx.now().toISOString(), properties: {} };
  ok(await shopper.post('/api/events', { items: [seen] }));
  const alsoEmployee = await employee(shop, 'staff');
  await shop.ctx.db.query(
    sql`update employees set user_id = ${shopper.userId} where employee_id = ${alsoEmployee.employeeId}`,
  );
  const secrets = [who.name, who.phone, place.district, place.detail, note, invoice.email, `open-${nth}`];
  return { ...shopper, login, orderIds: { delivered, pickedUp }, secrets };
}

async function pay(shop: TestApp, shopper: Shopper, orderId: string): Promise<void> {
  const { tradeNo } = await openPayment(shopper, orderId);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
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
