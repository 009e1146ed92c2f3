import { sql } from '../src/db/db';
import { addGuide } from './support/attribution';
import { employee, type EmployeeClient } from './support/employees';
import { newKey, openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { addStore } from './support/shopRules';
import { codeOf, newGuide } from './support/staff';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let owner: EmployeeClient;
let marketer: EmployeeClient;
let manager: EmployeeClient;
let here: string;
let there: string;
let products: { productId: string; skuId: string }[];
beforeAll(async () => {
  shop = await testApp();
  [owner, marketer, manager] = [
    await employee(shop, 'owner'),
    await employee(shop, 'marketer'),
    await employee(shop, 'store_manager'),
  ];
  [here, there] = [await addStore(shop.ctx, { name: '湖滨店' }), await addStore(shop.ctx, { name: '城西店' })];
  const edit = { name: '店长', role: 'store_manager', storeIds: [here] };
  await owner.send('PUT', `/admin/employees/${manager.employeeId}`, edit);
  products = [];
  for (const [handle, title] of [
    ['cup', '青瓷茶杯'],
    ['pot', '柿釉茶壶'],
  ] as const) {
    const item = product({ handle, title, skus: [sku({ priceFen: 4000, stock: 90 })] });
    const { productId, skuIds } = await stockShelf(shop.ctx, item);
    products.push({ productId, skuId: skuIds[0]! });
  }
});
afterAll(() => shop.close());

const led = (nth: number) => ({ kind: 'product', id: products[nth]!.productId });
const both = () => [led(0), led(1)];
const guideOf = (name: string, ...storeIds: string[]) => addGuide(shop, { name, storeIds });
const batch = (body: object, by = marketer) => by.send('POST', '/admin/code-batches', { targets: both(), ...body });
const tokensOf = ({ body }: { body: { items: { token: string }[] } }) => body.items.map(({ token }) => token);
const find = async (query: string, by = marketer) =>
  (await by.send('GET', `/admin/codes?limit=100&${query}`)).body.items;
const countCodes = async () => {
  const [row] = await shop.ctx.db.query<{ count: number }>(sql`select count(*)::int as count from short_codes`);
  return row!.count;
};

async function pay(shopper: Shopper, skuId: string): Promise<string> {
  const { id } = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  const { tradeNo } = await openPayment(shopper, id);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  await shop.runJobs();
  return id;
}

test('a batch has a code for every product and every guide, named after both and the store', async () => {
  const [one, two] = [await guideOf('沈知夏', here), await guideOf('周小满', here)];
  const { status, body } = await batch({
    storeId: here,
    employeeIds: [one.employeeId, two.employeeId],
    campaign: 'may',
  });
  expect([status, body.made]).toEqual([201, 4]);
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
    '青瓷茶杯 · 沈知夏 · 湖滨店',
    '柿釉茶壶 · 沈知夏 · 湖滨店',
    '青瓷茶杯 · 周小满 · 湖滨店',
    '柿釉茶壶 · 周小满 · 湖滨店',
  ]);
  expect(body.items[2]).toMatchObject({ target: led(0), employeeId: two.employeeId, storeId: here, campaign: 'may' });
});

test('the same batch again makes nothing, takes what a guide has made already, and makes anew what was revoked', async () => {
  const guide = await newGuide(owner, here, await shop.shopper());
  const own = await codeOf(guide, here, products[0]!.productId);
  const wish = { storeId: here, employeeIds: [guide.employeeId] };
  const first = await batch(wish);
  expect([first.body.made, tokensOf(first)[0]]).toEqual([1, own]);
  const again = await batch(wish);
  expect([again.body.made, tokensOf(again)]).toEqual([0, tokensOf(first)]);
  await guide.person.post(`/api/staff/codes/${own}/revoke`);
  const third = await batch(wish);
  expect([third.body.made, tokensOf(third)[1]]).toEqual([1, tokensOf(first)[1]]);
  expect(tokensOf(third)[0]).not.toBe(own);
  // a poster of nobody's that leads to the same is another thing
  const target = led(0);
  await marketer.send('POST', '/admin/codes', { names: ['南门海报'], target });
  expect((await batch({ targets: [target], campaign: '' })).body.made).toBe(1);
});

test('a batch that fails anywhere writes nothing', async () => {
  const guide = await guideOf('沈知夏', here);
  const away = await guideOf('调走的', there);
  const left = await guideOf('离职的', here);
  await owner.send('PUT', `/admin/employees/${left.employeeId}/state`, { state: 'disabled' });
  const before = await countCodes();
  for (const [body, details] of [
    [{ targets: [...both(), { kind: 'product', id: '1' }] }, { what: 'product', id: '1' }],
    [{ targets: [{ kind: 'page', id: 'home' }] }, { what: 'page', id: 'home' }],
    [
      { storeId: here, employeeIds: [guide.employeeId, away.employeeId] },
      { what: 'employee', id: away.employeeId },
    ],
    [
      { storeId: here, employeeIds: [guide.employeeId, left.employeeId] },
      { what: 'employee', id: left.employeeId },
    ],
    [{ storeId: '1' }, { what: 'store', id: '1' }],
  ]) {
    expect(await batch(body!)).toMatchObject({ status: 404, body: { error: { details } } });
  }
  const over = { expiresAt: new Date(shop.ctx.now().getTime() - 1000).toISOString() };
  expect((await batch(over)).status).toBe(400);
  expect((await marketer.send('POST', '/admin/codes', { names: ['晚了'], target: led(0), ...over })).status).toBe(400);
  expect(await countCodes()).toBe(before);
});

test('a batch is at most 200 codes, counted as products times guides', async () => {
  const ids = Array.from({ length: 101 }, (_, nth) => String(nth + 1));
  expect(await batch({ employeeIds: ids })).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid_request' } },
  });
  expect((await batch({ targets: [] })).status).toBe(400);
});

test('a campaign page can be led to, and is landed on', async () => {
  await marketer.send('POST', '/admin/layouts', { slug: 'spring', title: '春日茶会' });
  const { body } = await batch({ targets: [{ kind: 'page', id: 'spring' }] });
  const scanned = await (await shop.shopper()).post(`/api/codes/${body.items[0].token}/scans`);
  expect(scanned.body).toEqual({ state: 'active', target: { kind: 'page', id: 'spring' } });
  expect(await find('q=茶会')).toMatchObject([{ title: '春日茶会', name: '春日茶会' }]);
});

test('codes are found by their words, their token, guide, store and state', async () => {
  const guide = await guideOf('何以安', there);
  const made = await batch({ storeId: there, employeeIds: [guide.employeeId], campaign: 'found' });
  const [cup, pot] = tokensOf(made) as [string, string];
  const names = async (query: string) =>
    (await find(query))
      .map(({ token }: { token: string }) => token)
      .filter((token: string) => [cup, pot].includes(token));
  expect(await names('q=何以安')).toEqual([pot, cup]);
  expect(await names('q=何以安 茶壶')).toEqual([pot]);
  expect(await names(`q=${cup}`)).toEqual([cup]);
  expect(await names('q=%25')).toEqual([]);
  expect(await names(`employeeId=${guide.employeeId}&campaign=found`)).toEqual([pot, cup]);
  expect(await names(`storeId=${here}`)).toEqual([]);
  await marketer.send('POST', `/admin/codes/${cup}/revoke`);
  expect([await names('state=active'), await names('state=revoked'), await names('state=expired')]).toEqual([
    [pot],
    [cup],
    [],
  ]);
  expect((await find(`q=${pot}`))[0]).toMatchObject({
    title: '柿釉茶壶',
    pictureUrl: '/assets/placeholder.jpg',
    employeeName: '何以安',
    storeName: '城西店',
    orders: 0,
  });
});

test('a code that is over is found as over, and as nothing else', async () => {
  const expiresAt = new Date(shop.ctx.now().getTime() + 60_000).toISOString();
  const [token] = tokensOf(await batch({ targets: [led(0)], expiresAt, campaign: 'short' }));
  shop.advance(60_001);
  const states = await Promise.all(['active', 'expired'].map((state) => find(`campaign=short&state=${state}`)));
  expect(states.map((items) => items.map((item: { token: string }) => item.token))).toEqual([[], [token]]);
});

test('orders of a guide’s code are those of the staff’s results; of any other code, those of the visits it began', async () => {
  const guide = await newGuide(owner, here, await shop.shopper(), '乔可');
  const guides = await codeOf(guide, here, products[0]!.productId);
  const { body } = await marketer.send('POST', '/admin/codes', { names: ['门口'], target: led(0) });
  const poster = body.items[0].token as string;
  for (const token of [guides, poster]) {
    const shopper = await shop.shopper();
    await shopper.post(`/api/codes/${token}/scans`);
    await shop.runJobs();
    await pay(shopper, products[0]!.skuId);
    // one that went back whole
    const gone = await pay(shopper, products[1]!.skuId);
    const refund = {
      key: newKey(),
      lines: [{ skuId: products[1]!.skuId, quantity: 1 }],
      reason: 'other',
      note: '缺货，退给您',
    };
    expect((await owner.send('POST', `/admin/orders/${gone}/refunds`, refund)).status).toBe(201);
    await shop.runJobs();
    await placeOrder(shopper, [{ skuId: products[1]!.skuId, quantity: 1 }]);
  }
  await shop.runJobs();
  const ordersOf = async (token: string) => (await find(`q=${token}`))[0].orders as number;
  const [from, to] = [-1, 1].map((days) => new Date(shop.ctx.now().getTime() + days * 86_400_000).toISOString());
  const results = await owner.send('GET', `/admin/staff-results?by=code&from=${from}&to=${to}`);
  const result = results.body.items.find(({ key }: { key: string }) => key === guides);
  expect([await ordersOf(guides), await ordersOf(poster)]).toEqual([result.orders, result.orders]);
  expect(result.orders).toBe(1);
});

test('a store manager makes, sees, revokes and prints codes of their own stores only', async () => {
  const [own] = tokensOf(await batch({ storeId: here, campaign: 'mine' }, manager));
  const [other] = tokensOf(await batch({ storeId: there, campaign: 'mine' }));
  const [nobodys] = tokensOf(await batch({ campaign: 'mine' }));
  expect((await find('campaign=mine', manager)).map(({ storeId }: { storeId: string }) => storeId)).toEqual([
    here,
    here,
  ]);
  expect(await find(`campaign=mine&storeId=${there}`, manager)).toEqual([]);
  for (const storeId of [there, null])
    expect(await batch({ storeId }, manager)).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
  for (const token of [other, nobodys]) {
    const notFound = { status: 404, body: { error: { details: { token } } } };
    expect(await manager.send('GET', `/admin/codes/${token}/pictures/h5`)).toMatchObject(notFound);
    expect(await manager.send('POST', `/admin/codes/${token}/revoke`)).toMatchObject(notFound);
    expect(await manager.send('POST', '/admin/codes/revoke', { tokens: [own, token] })).toMatchObject(notFound);
    const sheet = { tokens: [own, token], platform: 'h5' };
    expect(await manager.send('POST', '/admin/code-sheets', sheet)).toMatchObject(notFound);
  }
  expect((await find('campaign=mine&state=revoked')).length).toBe(0);
  expect((await manager.send('GET', `/admin/codes/${own}/pictures/h5`)).status).toBe(200);
  expect((await manager.send('POST', '/admin/code-sheets', { tokens: [own], platform: 'h5' })).body.count).toBe(1);
  expect((await manager.send('POST', '/admin/codes/revoke', { tokens: [own] })).body).toEqual({ revoked: 1 });
});

test('several codes are revoked together or not at all, and again is fine', async () => {
  const tokens = tokensOf(await batch({ campaign: 'together' }));
  const unknown = await marketer.send('POST', '/admin/codes/revoke', { tokens: [...tokens, 'AAAAAAAA'] });
  expect(unknown).toMatchObject({ status: 404, body: { error: { details: { token: 'AAAAAAAA' } } } });
  expect((await find('campaign=together&state=active')).length).toBe(2);
  const revoke = () => marketer.send('POST', '/admin/codes/revoke', { tokens });
  expect([(await revoke()).body, (await revoke()).body]).toEqual([{ revoked: 2 }, { revoked: 0 }]);
  expect((await find('campaign=together&state=active')).length).toBe(0);
  const tooMany = Array.from({ length: 201 }, (_, nth) => `AAAAA${nth}`);
  expect((await marketer.send('POST', '/admin/codes/revoke', { tokens: tooMany })).status).toBe(400);
});

test('a printed sheet is in the audit log, and no transaction waits while it is drawn', async () => {
  const tokens = tokensOf(await batch({ campaign: 'printed' }));
  const { sheet } = shop.ctx.posters;
  let answered = 0;
  shop.ctx.posters.sheet = async (input) => {
    // another write of the shop, for which the embedded database has one connection
    answered = (await (await shop.shopper()).post(`/api/codes/${tokens[0]}/scans`)).status;
    return sheet(input);
  };
  const printed = await marketer.send('POST', '/admin/code-sheets', { tokens, platform: 'alipay' });
  shop.ctx.posters.sheet = sheet;
  expect([printed.status, answered]).toEqual([200, 200]);
  const { body } = await owner.send('GET', '/admin/audit?limit=1');
  expect(body.items[0]).toMatchObject({
    action: 'POST /admin/code-sheets',
    after: { count: 2, platform: 'alipay' },
  });
});
