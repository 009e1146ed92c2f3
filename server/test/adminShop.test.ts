import { employee, type EmployeeClient } from './support/employees';
import { ADDRESS, product, sku, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let operator: EmployeeClient;
const send = (method: string, url: string, body?: unknown) => operator.send(method, url, body);

beforeAll(async () => {
  shop = await testApp();
  operator = await employee(shop, 'operator');
});
afterAll(() => shop.close());

test('shoppers are given the hot words that an employee has set, in that order', async () => {
  const items = [
    { word: '短袖', badge: 'hot' },
    { word: '茶', badge: null },
  ];
  expect((await send('PUT', '/admin/hot-words', { items })).body).toEqual({ items });
  const shown = async () => (await shop.app.inject({ url: '/api/search/hot' })).json().items;
  expect(await shown()).toEqual(items);
  await send('PUT', '/admin/hot-words', { items: [...items].reverse() });
  expect(await shown()).toEqual([...items].reverse());
  expect((await send('GET', '/admin/hot-words')).body.items).toEqual([...items].reverse());
  expect((await send('PUT', '/admin/hot-words', { items: [items[0], items[0]] })).status).toBe(400);
  expect((await send('PUT', '/admin/hot-words', { items: [{ word: ' ' }] })).status).toBe(400);
  expect(await shown()).toHaveLength(2);
});

test('a shipping rule of an employee decides the next quote, and a region has one rule', async () => {
  const shopper = await shop.shopper();
  const { skuIds } = await stockShelf(shop.ctx, product({ handle: 'shipped', skus: [sku({ priceFen: 1000 })] }));
  const fee = async () => {
    const address = await shopper.post('/api/addresses', ADDRESS);
    const items = [{ skuId: skuIds[0], quantity: 1 }];
    return (await shopper.post('/api/quotes', { items, addressId: address.body.id })).body.shippingFen;
  };
  const rule = {
    name: '江浙沪',
    regions: ['浙江省', '上海市'],
    firstGrams: 1000,
    firstFen: 321,
    additionalGrams: 0,
    additionalFen: 0,
    freeFromFen: null,
  };
  const made = await send('POST', '/admin/shipping-rules', rule);
  expect(made).toMatchObject({ status: 201, body: { ...rule, isServed: true } });
  expect(await fee()).toBe(321);
  const again = await send('POST', '/admin/shipping-rules', { ...rule, regions: ['上海市', '江苏省'] });
  expect(again.body.error).toMatchObject({ code: 'conflict', details: { regions: ['上海市'] } });
  const rest = { ...rule, regions: [] };
  expect((await send('POST', '/admin/shipping-rules', rest)).status).toBe(201);
  expect((await send('POST', '/admin/shipping-rules', rest)).body.error.code).toBe('conflict');

  const url = `/admin/shipping-rules/${made.body.id}`;
  expect((await send('PUT', url, { ...rule, firstFen: 654 })).body.firstFen).toBe(654);
  expect(await fee()).toBe(654);
  expect((await send('DELETE', url)).status).toBe(200);
  expect(await fee()).toBe(321);
  expect((await send('DELETE', url)).status).toBe(404);
  expect((await send('PUT', url, rule)).status).toBe(404);
  expect((await send('GET', '/admin/shipping-rules')).body.items).toHaveLength(1);
});

test('a store that an employee opens can be chosen, and no more once it is closed', async () => {
  const { name: _, ...place } = ADDRESS;
  const store = { ...place, name: '西湖店', lat: 30.25, lng: 120.13, opensAt: '09:00', closesAt: '21:00' };
  const made = await send('POST', '/admin/stores', store);
  expect(made).toMatchObject({ status: 201, body: { ...store, isActive: true } });
  const chosen = async () =>
    (await shop.app.inject({ url: '/api/stores' })).json().items.map((item: { name: string }) => item.name);
  expect(await chosen()).toEqual(['西湖店']);
  const closed = { ...store, name: '西湖老店', isActive: false };
  expect((await send('PUT', `/admin/stores/${made.body.id}`, closed)).body).toEqual({ ...closed, id: made.body.id });
  expect(await chosen()).toEqual([]);
  expect((await send('GET', '/admin/stores')).body.items).toEqual([{ ...closed, id: made.body.id }]);
  expect((await send('PUT', '/admin/stores/1', store)).status).toBe(404);
  expect((await send('POST', '/admin/stores', { ...store, opensAt: '25:00' })).status).toBe(400);
});
