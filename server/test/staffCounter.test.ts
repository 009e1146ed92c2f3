import { employee, type EmployeeClient } from './support/employees';
import { newKey, openPayment, product, sku, stockShelf } from './support/fixtures';
import { addStore } from './support/shopRules';
import { codeOf, newGuide, type GuideClient } from './support/staff';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let owner: EmployeeClient;
let here: string;
let there: string;
let guide: GuideClient;
let productId: string;
let skuId: string;
beforeAll(async () => {
  shop = await testApp();
  owner = await employee(shop, 'owner');
  here = await addStore(shop.ctx, { name: '湖滨店' });
  there = await addStore(shop.ctx, { name: '城西店' });
  guide = await newGuide(owner, here, await shop.shopper());
  const item = product({ handle: 'vase', title: '花瓶', skus: [sku({ priceFen: 4000, stock: 90 })] });
  const shelf = await stockShelf(shop.ctx, item);
  [productId, skuId] = [shelf.productId, shelf.skuIds[0]!];
});
afterAll(() => shop.close());

async function waiting(shopper: Shopper, storeId: string): Promise<string> {
  const draft = {
    items: [{ skuId, quantity: 1 }],
    fulfilment: 'pickup',
    pickup: { storeId, contact: { name: '林小满', phone: '13800006620' } },
    expectedTotalFen: 4000,
    note: '',
  };
  const { id } = (await shopper.post('/api/orders', draft, newKey())).body;
  const { tradeNo } = await openPayment(shopper, id);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  return (await shopper.get(`/api/orders/${id}`)).body.pickup.code;
}

test('one code for one store and one target, however often it is asked for; a revoked one is replaced', async () => {
  const first = await codeOf(guide, here, productId);
  expect(await codeOf(guide, here, productId)).toBe(first);
  expect(await codeOf(guide, here)).not.toBe(first);
  const { items } = (await guide.person.get('/api/staff/codes')).body;
  expect(items.find(({ token }: { token: string }) => token === first)).toMatchObject({
    name: '沈知夏 · 湖滨店',
    target: { kind: 'product', id: productId },
    product: { id: productId, title: '花瓶' },
    state: 'active',
    scans: 0,
  });
  expect((await guide.person.post(`/api/staff/codes/${first}/revoke`)).body.state).toBe('revoked');
  expect(await codeOf(guide, here, productId)).not.toBe(first);
});

test('a guide makes codes for their own stores, and reaches nobody else’s codes', async () => {
  const target = { kind: 'product', id: productId };
  expect((await guide.person.post('/api/staff/codes', { target, storeId: there })).status).toBe(403);
  expect(
    (await guide.person.post('/api/staff/codes', { target: { kind: 'product', id: '1' }, storeId: here })).status,
  ).toBe(404);
  const other = await newGuide(owner, here, await shop.shopper(), '乔可');
  const token = await codeOf(other, here, productId);
  for (const [method, path] of [
    ['post', 'revoke'],
    ['get', 'pictures/h5'],
    ['post', 'posters'],
  ] as const) {
    const answer = await guide.person[method](`/api/staff/codes/${token}/${path}`, { platform: 'h5' });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('whoever is no guide, or is one no more, is told so and nothing else', async () => {
  const stranger = await shop.shopper();
  const left = await newGuide(owner, here, await shop.shopper(), '走了的人');
  await owner.send('PUT', `/admin/employees/${left.employeeId}/state`, { state: 'disabled' });
  for (const who of [stranger, left.person]) {
    for (const url of ['figures', 'results?by=code', 'orders', 'codes', 'customers', 'colleagues']) {
      const { status, body } = await who.get(`/api/staff/${url}`);
      expect([url, status, body.error.details]).toEqual([url, 403, { reason: 'not_staff' }]);
    }
    expect((await who.get('/api/staff')).body).toMatchObject({ state: 'none', stores: [] });
  }
});

test('a guide hands over what waits in their own store, once', async () => {
  const shopper = await shop.shopper();
  const code = await waiting(shopper, here);
  const seen = await guide.person.post('/api/staff/pickups/lookup', { code });
  expect(seen.body).toMatchObject({
    storeName: '湖滨店',
    maskedName: '林*',
    maskedPhone: '138****6620',
    state: 'paid',
  });
  expect((await guide.person.post('/api/staff/pickups/verify', { code })).body.state).toBe('done');
  expect((await guide.person.post('/api/staff/pickups/verify', { code })).body.error.code).toBe('order_state');
  const elsewhere = await waiting(shopper, there);
  expect((await guide.person.post('/api/staff/pickups/lookup', { code: elsewhere })).status).toBe(404);
});

test('a poster of a code is drawn once and is a picture; another template makes another', async () => {
  const token = await codeOf(guide, here, productId);
  const draw = (changes: object = {}) =>
    guide.person.post(`/api/staff/codes/${token}/posters`, { platform: 'h5', ...changes });
  const { url } = (await draw()).body;
  expect(url).toMatch(/^\/assets\/.+\.jpg$/);
  expect((await draw()).body.url).toBe(url);
  expect((await draw({ template: 'plain' })).body.url).not.toBe(url);
  const picture = await shop.app.inject({ method: 'GET', url });
  expect(picture.headers['content-type']).toBe('image/jpeg');
  expect(picture.rawPayload.subarray(0, 2).toString('hex')).toBe('ffd8');
});

test('labels of codes are a PDF; a code that is used no more, or another store’s, is named and prints nothing', async () => {
  const tokens = [await codeOf(guide, here, productId), await codeOf(guide, here)];
  const sheet = await owner.send('POST', '/admin/code-sheets', { tokens, platform: 'h5' });
  expect(sheet.body.count).toBe(2);
  expect(Buffer.from(sheet.body.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  await guide.person.post(`/api/staff/codes/${tokens[1]}/revoke`);
  const refused = await owner.send('POST', '/admin/code-sheets', { tokens, platform: 'h5' });
  expect(refused).toMatchObject({ status: 404, body: { error: { details: { token: tokens[1] } } } });

  const manager = await employee(shop, 'store_manager');
  const edit = { name: '店长', role: 'store_manager', storeIds: [there] };
  await owner.send('PUT', `/admin/employees/${manager.employeeId}`, edit);
  const other = await manager.send('POST', '/admin/code-sheets', { tokens: [tokens[0]], platform: 'h5' });
  expect(other).toMatchObject({ status: 404, body: { error: { details: { token: tokens[0] } } } });
});
