import { csvOf } from '../src/csv';
import { sql } from '../src/db/db';
import { ask, asked, buy } from './support/aftersale';
import { employee, type EmployeeClient } from './support/employees';
import { ADDRESS, placeOrder, product, sku, stockOf, stockShelf } from './support/fixtures';
import { testApp, type Answer, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let operator: EmployeeClient;
let shopper: Shopper;
let skuId: string;

beforeAll(async () => {
  shop = await testApp();
  operator = await employee(shop, 'operator');
  shopper = await shop.shopper();
  const shelf = await stockShelf(
    shop.ctx,
    product({ handle: 'tea', title: '=HYPERLINK("http://x")', skus: [sku({ stock: 1000 })] }),
  );
  skuId = shelf.skuIds[0]!;
});
afterAll(() => shop.close());

const paid = async (quantity = 1) => (await buy(shop, shopper, [{ skuId, quantity }])).order;
const stateOf = async (id: string) => (await operator.send('GET', `/admin/orders/${id}`)).body.order.state;

async function send(url: string, text: string, who = operator): Promise<Answer> {
  const response = await shop.app.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(text),
  });
  return { status: response.statusCode, body: response.json() };
}
const shipFile = (text: string) => send('/admin/shipments/import', text);
const reasons = ({ body }: Answer): [number, string][] =>
  body.error.details.faults.map(({ line, reason }: { line: number; reason: string }) => [line, reason]);

describe('a file of parcels', () => {
  test('ships every order in it, its shoppers see the parcels, and the log has them', async () => {
    const orders = [await paid(), await paid(), await paid()];
    const lines = orders.map(({ id }, index) => `${id},顺丰速运,SF00000${index}`);
    expect(await shipFile(`\ufeff订单号,快递公司,运单号\r\n${lines.join('\r\n')}\r\n`)).toEqual({
      status: 201,
      body: { shipped: 3 },
    });
    for (const [index, { id }] of orders.entries()) {
      expect((await shopper.get(`/api/orders/${id}`)).body.state).toBe('shipped');
      expect((await shopper.get(`/api/orders/${id}/progress`)).body.shipments).toEqual([
        expect.objectContaining({ carrier: '顺丰速运', trackingNo: `SF00000${index}` }),
      ]);
    }
    const owner = await employee(shop, 'owner');
    const { items } = (await owner.send('GET', '/admin/audit')).body;
    const entry = items.find(({ action }: { action: string }) => action === 'POST /admin/shipments/import');
    expect(entry).toMatchObject({ employeeId: operator.employeeId });
    expect(entry.after.shipped.map(({ orderId }: { orderId: string }) => orderId)).toEqual(orders.map(({ id }) => id));
  });

  test('with one line that cannot be shipped ships nothing, and tells every such line', async () => {
    const good = await paid();
    const unpaid = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
    const waiting = await paid();
    await asked(shopper, waiting.id, { lines: [{ skuId, quantity: 1 }] });
    const answer = await shipFile(
      [
        '运单号,订单号,快递公司',
        `SF11111,${good.id},顺丰速运`,
        `SF22222,${unpaid.id},顺丰速运`,
        '',
        `SF33333,1,中通`,
        `SF44444,${waiting.id},中通`,
      ].join('\n'),
    );
    expect(answer.status).toBe(422);
    expect(answer.body.error.code).toBe('import_invalid');
    expect(reasons(answer)).toEqual([
      [3, expect.stringContaining('不在等待发货')],
      [5, '没有这个订单'],
      [6, expect.stringContaining('退款申请')],
    ]);
    expect(await stateOf(good.id)).toBe('paid');
    expect((await operator.send('GET', `/admin/orders/${good.id}`)).body.shipments).toEqual([]);
  });

  test('is checked line by line before anything is looked up', async () => {
    const { id } = await paid();
    const answer = await shipFile(
      [
        '订单号,快递公司,运单号',
        '2.51E+17,顺丰,SF11111',
        'abc,顺丰,SF11111',
        `${id},=cmd(),SF11111`,
        `${id},顺丰,SF22222`,
        '7,,x',
      ].join('\n'),
    );
    expect(reasons(answer)).toEqual([
      [2, expect.stringContaining('科学计数法')],
      [3, '订单号不对'],
      [4, expect.stringContaining('不能以 = + - @ 开头')],
      [5, '与第 4 行是同一个订单'],
      [6, expect.stringContaining('快递公司')],
      [6, expect.stringContaining('运单号')],
    ]);
    expect(reasons(await shipFile('订单,快递\n1,2'))).toEqual([
      [1, '缺少“订单号”列'],
      [1, '缺少“快递公司”列'],
      [1, '缺少“运单号”列'],
    ]);
    expect(reasons(await shipFile(''))).toEqual([[1, '文件是空的']]);
    expect(reasons(await shipFile('订单号,快递公司,运单号\n'))).toEqual([[1, '只有表头，没有订单']]);
    expect((await shipFile(`订单号,快递公司,运单号\n${'x'.repeat(1_100_000)}`)).body.error.code).toBe('too_large');
    expect(await stateOf(id)).toBe('paid');
  });

  test('takes what our own export protects from spreadsheets', async () => {
    const { id } = await paid();
    expect((await shipFile(`订单号,快递公司,运单号\n"\t${id}",顺丰速运,'SF99999`)).status).toBe(201);
  });
});

describe('the export', () => {
  const exported = async (filter: object = {}) => (await operator.send('POST', '/admin/orders/export', filter)).body;

  test('has what the filter finds, phones masked, and nothing that a spreadsheet executes', async () => {
    const order = await paid(2);
    const { csv, count, isCut } = await exported({ orderId: order.id });
    expect({ count, isCut }).toEqual({ count: 1, isCut: false });
    const [header, row] = csv.slice(1).split('\r\n');
    expect(csv.startsWith('\ufeff订单号,状态,平台')).toBe(true);
    expect(header.split(',')).toHaveLength(13);
    expect(row).toContain(`"\t${order.id}",待发货,网页,`);
    expect(row).toContain(`"'=HYPERLINK(""http://x"")",1,2,0.00,${(order.totalFen / 100).toFixed(2)},林*,138****6620,`);
    expect(csv).not.toContain(ADDRESS.phone);
    expect(csv).not.toContain(ADDRESS.name);
    expect((await exported({ state: 'closed' })).count).toBe(0);
  });

  test('is noted in the log with its filter', async () => {
    await exported({ state: 'paid' });
    const owner = await employee(shop, 'owner');
    const { items } = (await owner.send('GET', '/admin/audit')).body;
    expect(items[0]).toMatchObject({ action: 'POST /admin/orders/export', after: { filter: { state: 'paid' } } });
  });

  test.each(['=1+1', '+86', '-1', '@x', '\t=1', '\r=1'])('%j is text to a spreadsheet', (cell) => {
    expect(csvOf([[cell, '好']])).toMatch(/^\ufeff"?'/);
  });

  test('quotes and line breaks stay in their cell', () => {
    expect(csvOf([['a"b', 'c\nd', 'e,f', '12']])).toBe('\ufeff"a""b","c\nd","e,f",12\r\n');
  });
});

test('orders are found by the end of the phone, by platform and the oldest first', async () => {
  const ids = async (query: string) =>
    (await operator.send('GET', `/admin/orders?limit=100&${query}`)).body.items.map(({ id }: { id: string }) => id);
  const all = await ids('');
  expect(await ids('phoneTail=6620')).toEqual(all);
  expect(await ids('phoneTail=0000')).toEqual([]);
  expect(await ids('platform=h5')).toEqual(all);
  expect(await ids('platform=tt')).toEqual([]);
  expect(await ids('fulfilment=pickup')).toEqual([]);
  expect(await ids('sort=old')).toEqual([...all].reverse());
  const page = (await operator.send('GET', '/admin/orders?sort=old&limit=2')).body;
  expect(await ids(`sort=old&cursor=${page.nextCursor}`)).toEqual([...all].reverse().slice(2));
  const counts = (await operator.send('GET', '/admin/orders/counts')).body;
  expect(counts).toEqual({
    unpaid: (await ids('state=unpaid')).length,
    toShip: (await ids('state=paid&fulfilment=delivery')).length,
    toPickUp: 0,
    shipped: (await ids('state=shipped')).length,
  });
});

describe('a refund by the merchant', () => {
  const refund = (orderId: string, more: object = {}) =>
    operator.send('POST', `/admin/orders/${orderId}/refunds`, {
      key: `refund-${orderId}`,
      lines: [{ skuId, quantity: 1 }],
      reason: 'other',
      note: '缺货，抱歉',
      ...more,
    });

  test('gives the money of the units back at once, and the same key gives it once', async () => {
    const order = await paid(2);
    const before = await stockOf(shop.ctx, skuId);
    const first = await refund(order.id);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ state: 'refunding', goodsFen: order.goodsFen / 2, answer: '缺货，抱歉' });
    expect(first.body.moves.map(({ actor }: { actor: string }) => actor)).not.toContain('shopper');
    expect((await refund(order.id)).body.id).toBe(first.body.id);
    while ((await shop.runJobs()) > 0);
    const { body } = await shopper.get(`/api/orders/${order.id}/aftersales`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0].state).toBe('done');
    expect((await stockOf(shop.ctx, skuId)).onHand).toBe(before.onHand + 1);
    expect((await refund(order.id, { note: '别的' })).status).toBe(201);
    expect((await refund(order.id, { goodsFen: 1 })).body.error.code).toBe('idempotency_conflict');
  });

  test('is refused for more than was paid, for units that are asked back already, and before the payment', async () => {
    const order = await paid();
    expect((await refund(order.id, { goodsFen: order.totalFen + 1 })).body.error.code).toBe('refund_too_high');
    await ask(shopper, order.id, { lines: [{ skuId, quantity: 1 }] });
    expect((await refund(order.id, { key: 'another-key' })).body.error.code).toBe('aftersale_units');
    const unpaid = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
    expect((await refund(unpaid.id)).body.error.code).toBe('order_state');
    expect((await refund('1')).status).toBe(404);
  });
});

test('requests that are due first come first, page by page, and are counted by state', async () => {
  await shop.ctx.db.query(
    sql`update aftersales set due_at = ${shop.ctx.now()}::timestamptz + (aftersale_id % 7) * interval '1 hour'
      where state = 'requested'`,
  );
  for (let made = 0; made < 3; made++) {
    const order = await paid();
    await asked(shopper, order.id, { lines: [{ skuId, quantity: 1 }] });
  }
  const all = (await operator.send('GET', '/admin/aftersales?state=requested&sort=due&limit=100')).body.items;
  const due = all.map(({ dueAt }: { dueAt: string }) => dueAt);
  expect(due).toEqual([...due].sort());
  const seen: string[] = [];
  let cursor = '';
  do {
    const { items, nextCursor } = (
      await operator.send('GET', `/admin/aftersales?state=requested&sort=due&limit=2${cursor && `&cursor=${cursor}`}`)
    ).body;
    seen.push(...items.map(({ id }: { id: string }) => id));
    cursor = nextCursor;
  } while (cursor);
  expect(seen).toEqual(all.map(({ id }: { id: string }) => id));
  expect((await operator.send('GET', '/admin/aftersales/counts')).body.requested).toBe(all.length);
});
