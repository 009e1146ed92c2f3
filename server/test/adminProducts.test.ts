import { employee, type EmployeeClient } from './support/employees';
import { placeOrder, product, sku, stockOf, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let operator: EmployeeClient;
let tea: string;

const send = (method: string, url: string, body?: unknown) => operator.send(method, url, body);
const titles = async (query: string) =>
  (await send('GET', `/admin/products?${query}`)).body.items.map((item: { title: string }) => item.title);
const shown = async (productId: string) => (await shop.app.inject({ url: `/api/products/${productId}` })).json();

const draft = (overrides: object = {}) => ({
  handle: 'clay-cup',
  title: '柿红陶杯',
  categoryIds: [tea],
  options: [{ name: '容量', values: ['180ml', '300ml'] }],
  images: [{ url: '/assets/cup.jpg' }],
  descriptionHtml: '<p onclick="x()">手作<script>alert(1)</script></p>',
  skus: [
    { optionValues: ['180ml'], priceFen: 5900, stock: 3, code: 'CUP-S' },
    { optionValues: ['300ml'], priceFen: 7900, stock: 4 },
  ],
  ...overrides,
});

beforeAll(async () => {
  shop = await testApp();
  operator = await employee(shop, 'operator');
  tea = (await send('POST', '/admin/categories', { name: '茶器', slug: 'teaware' })).body.id;
});
afterAll(() => shop.close());

describe('products', () => {
  let cup: string;

  test('a new product is off the shelf, sanitised, and shoppers see it once it is put on', async () => {
    const made = await send('POST', '/admin/products', draft());
    expect(made).toMatchObject({
      status: 201,
      body: {
        state: 'off_shelf',
        priceFen: 5900,
        maxPriceFen: 7900,
        stock: 7,
        descriptionHtml: '<p>手作</p>',
        categoryIds: [tea],
        skus: [
          { code: 'CUP-S', onHand: 3, reserved: 0 },
          { code: null, onHand: 4 },
        ],
      },
    });
    cup = made.body.id;
    const list = async () => (await shop.app.inject({ url: '/api/products' })).json().items;
    expect(await list()).toEqual([]);
    await send('PUT', `/admin/products/${cup}/state`, { state: 'on_shelf' });
    expect((await list()).map((item: { id: string }) => item.id)).toEqual([cup]);
    expect((await shown(cup)).state).toBe('on_shelf');
    await send('PUT', `/admin/products/${cup}/state`, { state: 'off_shelf' });
    expect(await list()).toEqual([]);
    expect((await shown(cup)).state).toBe('off_shelf');
  });

  test('an edit keeps the shelf, the stock and the SKUs’ ids; what it leaves out leaves the shelf', async () => {
    const before = (await send('GET', `/admin/products/${cup}`)).body;
    const { handle: _, ...fields } = draft({
      revision: before.revision,
      title: '柿红陶杯 二代',
      skus: [{ optionValues: ['180ml'], priceFen: 6500 }],
    });
    const answer = await send('PUT', `/admin/products/${cup}`, fields);
    expect(answer).toMatchObject({
      status: 200,
      body: { title: '柿红陶杯 二代', state: 'off_shelf', handle: 'clay-cup', stock: 3 },
    });
    expect(answer.body.skus).toEqual([{ ...before.skus[0], code: null, priceFen: 6500 }]);
    expect(await shown(cup)).toMatchObject({ title: '柿红陶杯 二代', priceFen: 6500 });
    const owner = await employee(shop, 'owner');
    const [entry] = (await owner.send('GET', '/admin/audit?limit=1')).body.items;
    expect(entry).toMatchObject({
      action: 'PUT /admin/products/:productId',
      target: `product ${cup}`,
      before: { title: '柿红陶杯' },
      after: { title: '柿红陶杯 二代', prices: { [before.skus[0].id]: 6500 } },
    });
  });

  test('a handle that is taken is refused and the product that has it stays as it was', async () => {
    const before = (await send('GET', `/admin/products/${cup}`)).body;
    expect((await send('POST', '/admin/products', draft({ title: '冒名' }))).body.error.code).toBe('conflict');
    expect((await send('GET', `/admin/products/${cup}`)).body).toEqual(before);
  });

  test.each([
    ['SKUs that do not fit the options', { skus: [{ optionValues: [], priceFen: 1 }] }],
    ['a value that no option has', { skus: [{ optionValues: ['1l'], priceFen: 1 }] }],
    ['the same SKU twice', { skus: [1, 2].map((priceFen) => ({ optionValues: ['180ml'], priceFen })) }],
    ['no SKU', { skus: [] }],
    ['half a fen', { skus: [{ optionValues: ['180ml'], priceFen: 0.5 }] }],
    ['a picture over plain http', { images: [{ url: 'http://example.com/a.jpg' }] }],
    ['a picture that is a script', { images: [{ url: 'javascript:alert(1)' }] }],
    ['a category that is not there', { categoryIds: ['1'] }],
  ])('%s is refused', async (_, overrides) => {
    const answer = await send('POST', '/admin/products', draft({ handle: 'never', ...overrides }));
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid_request' } } });
    expect(await titles('q=never')).toEqual([]);
  });

  test('products are found by every word, by code, by shelf and by category', async () => {
    await stockShelf(shop.ctx, product({ handle: 'towel', title: '厚棉 毛巾 100%', skus: [sku({ code: 'T-1' })] }));
    await stockShelf(shop.ctx, product({ handle: 'towel-2', title: '薄棉毛巾', skus: [sku()] }));
    expect(await titles('')).toEqual(['薄棉毛巾', '厚棉 毛巾 100%', '柿红陶杯 二代']);
    expect(await titles('q=毛巾 厚')).toEqual(['厚棉 毛巾 100%']);
    expect(await titles(`q=${encodeURIComponent('100%')}`)).toEqual(['厚棉 毛巾 100%']);
    expect(await titles(`q=${encodeURIComponent('%')}`)).toEqual(['厚棉 毛巾 100%']);
    expect(await titles('q=T-1')).toEqual(['厚棉 毛巾 100%']);
    expect(await titles('state=off_shelf')).toEqual(['柿红陶杯 二代']);
    expect(await titles(`categoryId=${tea}`)).toEqual(['柿红陶杯 二代']);
    const page = (await send('GET', '/admin/products?limit=2')).body;
    expect(await titles(`limit=2&cursor=${page.nextCursor}`)).toEqual(['柿红陶杯 二代']);
  });
});

describe('two editors of one product', () => {
  const { handle: _, categoryIds: __, ...fields } = draft();
  let cup: string;
  beforeAll(async () => {
    cup = (await send('POST', '/admin/products', draft({ handle: 'shared-cup' }))).body.id;
  });
  const now = async () => (await send('GET', `/admin/products/${cup}`)).body;
  const edit = (revision: number, changes: object) =>
    send('PUT', `/admin/products/${cup}`, { ...fields, categoryIds: [tea], revision, ...changes });

  test('an edit of what somebody changed meanwhile is refused with what is there now, and changes nothing', async () => {
    const { revision } = await now();
    const first = await edit(revision, { title: '先存的' });
    expect(first).toMatchObject({ status: 200, body: { revision: revision + 1 } });
    expect(await edit(revision, { title: '后存的' })).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', details: { product: { title: '先存的', revision: revision + 1 } } } },
    });
    expect(await now()).toEqual(first.body);
    const onTop = await edit(revision + 1, { title: '后存的' });
    expect(onTop).toMatchObject({ status: 200, body: { title: '后存的', revision: revision + 2 } });
  });

  test('of those who save at the same time one comes through, and every other one is told', async () => {
    const { revision } = await now();
    const answers = await Promise.all([1, 2, 3, 4].map((n) => edit(revision, { vendor: `第 ${n} 个` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { vendor } = answers.find(({ status }) => status === 200)!.body;
    expect(await now()).toMatchObject({ revision: revision + 1, vendor });
  });

  test('shelf and stock do not disturb who is editing; an import does', async () => {
    const { revision, skus } = await now();
    await send('PUT', `/admin/products/${cup}/state`, { state: 'on_shelf' });
    await send('PUT', '/admin/products/state', { productIds: [cup], state: 'off_shelf' });
    await send('PUT', `/admin/stock/${skus[0].id}`, { onHand: 9, note: '到货' });
    expect((await now()).revision).toBe(revision);
    await stockShelf(shop.ctx, product({ handle: 'shared-cup', title: '导入的', skus: [sku()] }));
    expect((await now()).revision).toBe(revision + 1);
  });
});

describe('categories', () => {
  const names = async () =>
    (await send('GET', '/admin/categories')).body.items.map((one: { name: string }) => one.name);

  test('they are made, renamed, put in order, and deleted only when empty', async () => {
    const make = async (name: string, slug: string, parentId: string | null = null) =>
      send('POST', '/admin/categories', { name, slug, parentId });
    const spice = (await make('香料', 'spice')).body;
    const child = (await make('八角', 'anise', spice.id)).body;
    expect((await make('再下一级', 'too-deep', child.id)).status).toBe(400);
    expect((await make('香料', 'spice-2')).body.error.code).toBe('conflict');
    expect((await make('别的', 'spice')).body.error.code).toBe('conflict');
    const edited = await send('PUT', `/admin/categories/${child.id}`, { name: '大料', slug: 'anise' });
    expect(edited.body).toMatchObject({ name: '大料', parentId: spice.id });
    const order = await send('PUT', '/admin/categories/order', { categoryIds: [spice.id, tea] });
    expect(order.status).toBe(200);
    const top = (await names()).filter((name: string) => ['香料', '茶器'].includes(name));
    expect(top).toEqual(['香料', '茶器']);
    expect((await send('PUT', '/admin/categories/order', { categoryIds: ['1'] })).status).toBe(404);

    expect((await send('DELETE', `/admin/categories/${spice.id}`)).body.error.code).toBe('conflict');
    expect((await send('DELETE', `/admin/categories/${tea}`)).body.error.code).toBe('conflict');
    expect((await send('DELETE', `/admin/categories/${child.id}`)).status).toBe(200);
    expect((await send('DELETE', `/admin/categories/${spice.id}`)).status).toBe(200);
    expect(await names()).not.toContain('香料');
  });

  test('a name that an employee changes is the one that shoppers see next', async () => {
    const { productId } = await stockShelf(shop.ctx, product({ handle: 'named', categories: [['旧名']] }));
    const listed = async () => (await shop.app.inject({ url: '/api/categories' })).json().items;
    expect(JSON.stringify(await listed())).toContain('旧名');
    const { categoryIds } = (await send('GET', `/admin/products/${productId}`)).body;
    await send('PUT', `/admin/categories/${categoryIds[0]}`, { name: '新名', slug: 'renamed' });
    expect(JSON.stringify(await listed())).toContain('新名');
  });
});

describe('stock', () => {
  let skuId: string;
  let productId: string;
  const count = (onHand: number, note = '盘点') => send('PUT', `/admin/stock/${skuId}`, { onHand, note });

  beforeAll(async () => {
    const shelf = await stockShelf(shop.ctx, product({ handle: 'counted', skus: [sku({ stock: 10 })] }));
    productId = shelf.productId;
    skuId = shelf.skuIds[0]!;
    await placeOrder(await shop.shopper(), [{ skuId, quantity: 4 }]);
  });

  test('stock is set with a reason, and the entries always sum to it', async () => {
    expect((await count(25, '到货 15 件')).body).toEqual({ skuId, onHand: 25, reserved: 4 });
    expect((await count(25, '再数一遍')).status).toBe(200);
    const { items } = (await send('GET', `/admin/stock/${skuId}/entries`)).body;
    expect(items[0]).toMatchObject({
      onHandDelta: 15,
      reservedDelta: 0,
      reason: 'adjust',
      ref: operator.employeeId,
      note: '到货 15 件',
    });
    const sum = (key: string) => items.reduce((all: number, item: Record<string, number>) => all + item[key]!, 0);
    expect([sum('onHandDelta'), sum('reservedDelta')]).toEqual([25, 4]);
    expect((await send('PUT', `/admin/stock/${skuId}`, { onHand: 3 })).status).toBe(400);
    expect((await send('PUT', '/admin/stock/1', { onHand: 3, note: '无' })).status).toBe(404);
  });

  test('stock never goes below what orders hold', async () => {
    await count(25);
    expect((await count(3)).body.error).toMatchObject({ code: 'conflict', details: { reserved: 4 } });
    expect(await stockOf(shop.ctx, skuId)).toEqual({ onHand: 25, reserved: 4 });
    expect((await count(4)).body).toEqual({ skuId, onHand: 4, reserved: 4 });
  });

  test('what is sold out after a count, and what came back, shoppers see at the next request', async () => {
    const isSoldOut = async () => (await shown(productId)).isSoldOut;
    await count(4);
    expect(await isSoldOut()).toBe(true);
    await count(5);
    expect(await isSoldOut()).toBe(false);
    await count(4);
    expect(await isSoldOut()).toBe(true);
  });
});
