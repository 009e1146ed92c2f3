import { asked } from './support/aftersale';
import { employee, type EmployeeClient } from './support/employees';
import { newKey, openPayment, draftOrder, product, sku, stockShelf } from './support/fixtures';
import { addStore } from './support/shopRules';
import { codeOf, newGuide, type GuideClient } from './support/staff';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let owner: EmployeeClient;
let storeId: string;
let guide: GuideClient;
let productId: string;
let skuId: string;
beforeAll(async () => {
  shop = await testApp();
  owner = await employee(shop, 'owner');
  storeId = await addStore(shop.ctx, { name: '湖滨店' });
  const shelf = await stockShelf(shop.ctx, product({ handle: 'vase', skus: [sku({ priceFen: 4000, stock: 90 })] }));
  [productId, skuId] = [shelf.productId, shelf.skuIds[0]!];
});
beforeEach(async () => {
  guide = await newGuide(owner, storeId, await shop.shopper());
});
afterAll(() => shop.close());

/** Somebody new who came through the guide's code. */
async function scanned(token: string): Promise<Shopper> {
  const shopper = await shop.shopper();
  await shopper.post(`/api/codes/${token}/scans`);
  await shop.runJobs();
  return shopper;
}
async function buys(shopper: Shopper): Promise<string> {
  const { id } = (await shopper.post('/api/orders', await draftOrder(shopper, [{ skuId, quantity: 1 }]), newKey()))
    .body;
  const { tradeNo } = await openPayment(shopper, id);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  await shop.runJobs();
  return id;
}
const customersOf = async ({ person }: GuideClient, query = '') =>
  (await person.get(`/api/staff/customers${query}`)).body.items;

test('scan, customer, order and amount stand on the guide’s page; a refund takes the money back', async () => {
  const shopper = await scanned(await codeOf(guide, storeId, productId));
  const figures = async () => (await guide.person.get('/api/staff/figures')).body;
  expect((await figures()).now).toMatchObject({ scans: 1, newCustomers: 1, orders: 0, amountFen: 0 });
  const orderId = await buys(shopper);
  expect(await figures()).toMatchObject({
    now: { scans: 1, newCustomers: 1, orders: 1, amountFen: 4800, refundedFen: 0, commissionFen: 144 },
    before: { scans: 0, orders: 0 },
    ranks: [{ storeName: '湖滨店', rank: 1 }],
  });
  const [order] = (await guide.person.get('/api/staff/orders')).body.items;
  expect(order).toMatchObject({ orderId, amountFen: 4800, refundedFen: 0, reason: 'touch' });
  const results = async (by: string) => (await guide.person.get(`/api/staff/results?by=${by}`)).body.items;
  expect(await results('code')).toMatchObject([{ scans: 1, orders: 1, amountFen: 4800 }]);
  expect(await results('product')).toMatchObject([
    { id: productId, orders: 1, amountFen: 4000 },
    { name: '运费和其他', amountFen: 800 },
  ]);

  const request = await asked(shopper, orderId, { lines: [{ skuId, quantity: 1 }] });
  await owner.send('POST', `/admin/aftersales/${request.id}/approve`, { answer: '' });
  for (let round = 0; round < 4; round++) {
    await shop.runJobs();
    shop.advance(10 * 60_000);
  }
  expect((await figures()).now).toMatchObject({ orders: 0, amountFen: 4800, refundedFen: 4800, commissionFen: 0 });
});

test('a customer is a row without a face until they agree, and again when they take it back', async () => {
  const shopper = await scanned(await codeOf(guide, storeId, productId));
  await buys(shopper);
  expect(await customersOf(guide)).toMatchObject([
    { id: shopper.userId, maskedName: null, maskedPhone: null, isAgreed: false, orders: 1, amountFen: 4800 },
  ]);
  expect((await shopper.get('/api/my-guide')).body).toMatchObject({
    guide: { name: '沈知夏', storeName: '湖滨店', phone: '0571-88886666' },
    isAgreed: false,
  });
  await shopper.put('/api/my-guide/consent', { isAgreed: true });
  const [seen] = await customersOf(guide);
  expect(seen.isAgreed).toBe(true);
  expect(seen.maskedName).toMatch(/^.\*$/);
  expect(JSON.stringify(seen)).not.toMatch(/"1\d{10}"/);
  await shopper.put('/api/my-guide/consent', { isAgreed: false });
  expect((await customersOf(guide))[0]).toMatchObject({ maskedName: null, maskedPhone: null });
});

test('a note stays with the customer when a colleague takes over, and nobody else reads it', async () => {
  const shopper = await scanned(await codeOf(guide, storeId, productId));
  const colleague = await newGuide(owner, storeId, await shop.shopper(), '乔可');
  const note = (by: GuideClient, text: string) =>
    by.person.put(`/api/staff/customers/${shopper.userId}/note`, { note: text });
  expect((await note(guide, '喜欢青瓷')).body.note).toBe('喜欢青瓷');
  expect((await note(colleague, '不是我的')).status).toBe(404);
  const { items } = (await guide.person.get('/api/staff/colleagues')).body;
  expect(items).toContainEqual({ id: colleague.employeeId, name: '乔可', storeName: '湖滨店' });
  await guide.person.post(`/api/staff/customers/${shopper.userId}/hand-over`, { employeeId: colleague.employeeId });
  expect(await customersOf(guide)).toEqual([]);
  expect(await customersOf(colleague)).toMatchObject([{ id: shopper.userId, note: '喜欢青瓷' }]);
  expect((await note(guide, '还想写')).status).toBe(404);
});

test('a customer is given to nobody outside the store', async () => {
  const shopper = await scanned(await codeOf(guide, storeId, productId));
  const there = await addStore(shop.ctx, { name: '城西店' });
  const other = await newGuide(owner, there, await shop.shopper(), '远处的人');
  for (const employeeId of [other.employeeId, owner.employeeId, '1']) {
    const { status } = await guide.person.post(`/api/staff/customers/${shopper.userId}/hand-over`, { employeeId });
    expect(status).toBe(404);
  }
  expect(await customersOf(guide)).toMatchObject([{ id: shopper.userId }]);
});

test('the console sees who has how many customers, also of one who left, until they are handed over', async () => {
  const shopper = await scanned(await codeOf(guide, storeId, productId));
  const manager = await employee(shop, 'store_manager');
  const rowOf = async (by = owner) =>
    (await by.send('GET', '/admin/guides')).body.items.find(({ id }: { id: string }) => id === guide.employeeId);
  expect(await rowOf()).toMatchObject({
    state: 'active',
    isBound: true,
    customers: 1,
    codes: 1,
    stores: [{ id: storeId }],
  });
  expect(await rowOf(manager)).toBeUndefined();
  await owner.send('PUT', `/admin/employees/${guide.employeeId}/state`, { state: 'disabled' });
  await shop.runJobs();
  expect(await rowOf()).toMatchObject({ state: 'disabled', customers: 1 });
  const colleague = await newGuide(owner, storeId, await shop.shopper(), '乔可');
  const given = await owner.send('POST', '/admin/hand-overs', {
    fromEmployeeId: guide.employeeId,
    toEmployeeId: colleague.employeeId,
  });
  expect(given.body).toEqual({ customers: 1, codes: 1 });
  await shop.runJobs();
  expect(await rowOf()).toBeUndefined();
  expect(await customersOf(colleague)).toMatchObject([{ id: shopper.userId }]);
});

// last: the weeks end the owner's session
test('customers are read page by page, the last to come first, and the quiet ones alone', async () => {
  const token = await codeOf(guide, storeId);
  const people: Shopper[] = [];
  for (let index = 0; index < 5; index++) {
    people.push(await scanned(token));
    shop.advance(86_400_000);
  }
  const all: string[] = [];
  for (let query = '?limit=2'; query;) {
    const { items, nextCursor } = (await guide.person.get(`/api/staff/customers${query}`)).body;
    all.push(...items.map(({ id }: { id: string }) => id));
    query = nextCursor ? `?limit=2&cursor=${nextCursor}` : '';
  }
  expect(all).toEqual(people.map(({ userId }) => userId).reverse());
  shop.advance(27 * 86_400_000);
  const quiet = await customersOf(guide, '?only=quiet');
  expect(quiet.map(({ id }: { id: string }) => id)).toEqual(
    [people[2]!, people[1]!, people[0]!].map(({ userId }) => userId),
  );
});
