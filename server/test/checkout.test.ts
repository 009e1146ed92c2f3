import { sql } from '../src/db/db';
import { ADDRESS, newKey, openPayment, product, sku, stockShelf, type Draft } from './support/fixtures';
import { addReachDiscount, addShippingRule, addStore } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let shopper: Shopper;
let skuIds: string[];

beforeAll(async () => {
  shop = await testApp();
  await addShippingRule(shop.ctx, {
    name: '江浙沪',
    regions: ['浙江省'],
    firstFen: 600,
    additionalGrams: 1000,
    additionalFen: 200,
  });
  await addShippingRule(shop.ctx, {
    name: '海岛',
    regions: ['浙江省/舟山市'],
    isServed: false,
    reason: '海岛冷链暂时到不了',
  });
  await addReachDiscount(shop.ctx, { label: '秋日满减', fromFen: 20_000, offFen: 1001 });
});
afterAll(() => shop.close());
beforeEach(async () => {
  shopper = await shop.shopper();
  ({ skuIds } = await stockShelf(
    shop.ctx,
    product({
      handle: `rice-${newKey()}`,
      options: [{ name: '口味', values: ['原味', '海苔', '芝麻'] }],
      skus: [
        sku({ optionValues: ['原味'], priceFen: 2500, weightGrams: 1500, stock: 20 }),
        sku({ optionValues: ['海苔'], priceFen: 9999, weightGrams: 200, stock: 20 }),
        sku({ optionValues: ['芝麻'], priceFen: 9999, stock: 20 }),
      ],
    }),
  ));
});

const one = () => [{ skuId: skuIds[0]!, quantity: 1 }];
const addressId = async (change: Partial<typeof ADDRESS> = {}): Promise<string> =>
  (await shopper.post('/api/addresses', { ...ADDRESS, ...change })).body.id;
const quote = async (body: object) => (await shopper.post('/api/quotes', body)).body;

async function pay(orderId: string) {
  const { tradeNo } = await openPayment(shopper, orderId);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  return (await shopper.get(`/api/orders/${orderId}`)).body;
}

async function pickupDraft(items: Draft['items'] = one()) {
  const storeId = await addStore(shop.ctx, { name: '文三路店' });
  const pickup = { storeId, contact: { name: '林小满', phone: '13800006620' } };
  const { totalFen } = await quote({ items, fulfilment: 'pickup' });
  return { items, fulfilment: 'pickup', pickup, expectedTotalFen: totalFen };
}

test('the quote takes the rule of the address, by weight, and explains every line of the total', async () => {
  const near = await quote({ items: [{ skuId: skuIds[0]!, quantity: 2 }], addressId: await addressId() });
  expect(near).toMatchObject({ goodsFen: 5000, shippingFen: 1000, totalFen: 6000, unserved: null });
  expect(near.breakdown).toEqual([
    { kind: 'goods', label: '商品金额', fen: 5000, reason: '共 2 件' },
    { kind: 'shipping', label: '运费', fen: 1000, reason: '江浙沪运费：共 3 kg，首重 1 kg ¥6，续重 2 × ¥2' },
  ]);
  const far = await quote({ items: one(), addressId: await addressId({ province: '四川省', city: '成都市' }) });
  expect(far).toMatchObject({ shippingFen: 800 });
});

test('where nothing is delivered the quote says why, and an order is refused', async () => {
  const island = await addressId({ city: '舟山市' });
  const answer = await quote({ items: one(), addressId: island });
  expect(answer.unserved).toEqual({ reason: '海岛冷链暂时到不了' });
  const draft = { items: one(), addressId: island, expectedTotalFen: answer.totalFen };
  expect(await shopper.post('/api/orders', draft, newKey())).toMatchObject({
    status: 409,
    body: { error: { code: 'not_served', details: { reason: '海岛冷链暂时到不了' } } },
  });
});

test("another person's address is not quoted", async () => {
  const theirs = await addressId();
  shopper = await shop.shopper();
  expect(await shopper.post('/api/quotes', { items: one(), addressId: theirs })).toMatchObject({
    status: 404,
    body: { error: { code: 'address_not_found' } },
  });
});

test('a discount that the goods reach is split over the lines of the order to the fen', async () => {
  const items = [
    { skuId: skuIds[1]!, quantity: 1 },
    { skuId: skuIds[2]!, quantity: 1 },
    { skuId: skuIds[0]!, quantity: 1 },
  ];
  const home = await addressId();
  const { totalFen } = await quote({ items, addressId: home });
  const order = await shopper.post('/api/orders', { items, addressId: home, expectedTotalFen: totalFen }, newKey());
  expect(order.body).toMatchObject({ goodsFen: 22_498, discountFen: 1001, state: 'unpaid' });
  const rows = await shop.ctx.db.query<{ sku_id: string; kind: string; fen: string }>(
    sql`select l.sku_id, a.kind, a.fen from order_adjustments a
      join order_lines l on l.user_id = a.user_id and l.order_id = a.order_id and l.line_id = a.line_id
      where a.user_id = ${shopper.userId} and a.order_id = ${order.body.id} order by l.sku_id`,
  );
  // 1001 × 2500 / 22498 = 111.23, 1001 × 9999 / 22498 = 444.88: the two missing fen go to the larger remainders
  expect(rows).toEqual([
    { sku_id: skuIds[0], kind: 'reach', fen: '111' },
    { sku_id: skuIds[1], kind: 'reach', fen: '445' },
    { sku_id: skuIds[2], kind: 'reach', fen: '445' },
  ]);
});

test('a pick-up pays no shipping, is handed over at the store, and has its code once it is paid', async () => {
  const placed = (await shopper.post('/api/orders', await pickupDraft(), newKey())).body;
  expect(placed).toMatchObject({
    fulfilment: 'pickup',
    shippingFen: 0,
    totalFen: 2500,
    address: { name: '林小满', phone: '13800006620', detail: '文三路店的地址' },
    pickup: { name: '文三路店', opensAt: '09:00', closesAt: '21:00', code: null },
  });
  expect((await shopper.get(`/api/orders/${placed.id}`)).body).toEqual(placed);
  const paid = await pay(placed.id);
  expect(paid.pickup.code).toMatch(/^\d{8}$/);
  expect((await shopper.post(`/api/orders/${placed.id}/payments/check`)).body.pickup).toEqual(paid.pickup);
});

test('an order that is delivered gets no pick-up code', async () => {
  const home = await addressId();
  const { totalFen } = await quote({ items: one(), addressId: home });
  const order = await shopper.post(
    '/api/orders',
    { items: one(), addressId: home, expectedTotalFen: totalFen },
    newKey(),
  );
  await pay(order.body.id);
  const codes = await shop.ctx.db.query(sql`select code from pickup_codes where order_id = ${order.body.id}`);
  expect(codes).toEqual([]);
});

test.each([
  ['a delivery without an address', { addressId: undefined }],
  ['a pick-up without a store', { fulfilment: 'pickup' }],
  [
    'a pick-up whose contact has no phone number',
    { fulfilment: 'pickup', pickup: { storeId: '1', contact: { name: '林' } } },
  ],
])('%s is refused', async (_, change) => {
  const draft = { items: one(), addressId: await addressId(), expectedTotalFen: 3100, ...change };
  expect(await shopper.post('/api/orders', draft, newKey())).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid_request' } },
  });
});

test('nothing is picked up from a store that does not exist or has closed for good', async () => {
  const draft = await pickupDraft();
  await shop.ctx.db.query(sql`update stores set is_active = false where store_id = ${draft.pickup.storeId}`);
  expect(await shopper.post('/api/orders', draft, newKey())).toMatchObject({ status: 404 });
});

test('an invoice asked for at the checkout is kept with the order, and a company needs its tax number', async () => {
  const invoice = { type: 'company', title: '集市科技有限公司', taxNumber: '91330106MA2XXXXX0K', email: 'a@jishi.cn' };
  const draft = await pickupDraft();
  const refused = await shopper.post('/api/orders', { ...draft, invoice: { ...invoice, taxNumber: null } }, newKey());
  expect(refused.status).toBe(400);
  const order = (await shopper.post('/api/orders', { ...draft, invoice }, newKey())).body;
  expect(order.invoice).toEqual(invoice);
  expect((await shopper.get(`/api/orders/${order.id}`)).body.invoice).toEqual(invoice);
});
