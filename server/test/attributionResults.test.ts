import { dayOf } from '../src/beijing';
import { FIRST_RULES } from '../src/attribution/rules';
import type { Observer } from '../src/db/db';
import { scanCode } from '../src/codes/scanCode';
import { addGuide, setState, type Guide } from './support/attribution';
import { asked, buy, ownerWithAddress } from './support/aftersale';
import { employee, type EmployeeClient } from './support/employees';
import { product, sku, stockShelf } from './support/fixtures';
import { addReachDiscount, addStore } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

const seen: string[] = [];
const observer: Observer = { after: (text) => void seen.push(text) };

let shop: TestApp;
let owner: EmployeeClient;
let guide: Guide;
let storeId: string;
let shopper: Shopper;
let orderId: string;
let skuIds: string[];

const day = () => ({
  from: new Date(shop.ctx.now().getTime() - 86_400_000).toISOString(),
  to: new Date(shop.ctx.now().getTime() + 1000).toISOString(),
});
const results = async (by: string, who = owner, path = '') => {
  const { from, to } = day();
  return (await who.send('GET', `/admin/staff-results${path}?by=${by}&from=${from}&to=${to}`)).body;
};
const rowOf = async (by: string, key: string) =>
  (await results(by)).items.find((row: { key: string }) => row.key === key);

// 9000 + 3000 of two products, 1000 off, and what delivery costs
beforeAll(async () => {
  shop = await testApp({ observer, env: { FREE_SHIPPING_FROM_FEN: '0' } });
  owner = await ownerWithAddress(shop);
  await addReachDiscount(shop.ctx, { label: '满 120 减 10', fromFen: 12_000, offFen: 1000 });
  storeId = await addStore(shop.ctx, { name: '=文三路店' });
  guide = await addGuide(shop, { name: '=沈知夏', storeIds: [storeId] });
  skuIds = [];
  for (const [handle, priceFen] of [
    ['dear', 9000],
    ['cheap', 3000],
  ] as const) {
    const item = product({ handle, skus: [sku({ priceFen })] });
    skuIds.push((await stockShelf(shop.ctx, item)).skuIds[0]!);
  }
  shopper = await shop.shopper();
  await shopper.post(`/api/codes/${guide.token}/scans`);
  const items = skuIds.map((skuId) => ({ skuId, quantity: 1 }));
  ({
    order: { id: orderId },
  } = await buy(shop, shopper, items));
  await buy(shop, await shop.shopper(), [{ skuId: skuIds[1]!, quantity: 1 }]);
  await shop.runJobs();
});
afterAll(() => shop.close());

test('the console sees what each guide, store, code and day brought, and what was nobody’s', async () => {
  const brought = { scans: 1, newCustomers: 1, orders: 1, amountFen: 11_000, refundedFen: 0, commissionFen: 330 };
  const { items, total } = await results('staff');
  expect(items).toEqual([
    { key: guide.employeeId, name: '=沈知夏', pictureUrl: null, ...brought },
    expect.objectContaining({ key: '', name: '没有导购', scans: 0, orders: 1, amountFen: 3000, commissionFen: 0 }),
  ]);
  expect(total).toMatchObject({ orders: 2, amountFen: 14_000 });
  for (const [by, key] of [
    ['store', storeId],
    ['code', guide.token],
    ['day', dayOf(shop.ctx.now())],
  ]) {
    expect((await results(by!)).items).toEqual([expect.objectContaining({ key, ...brought })]);
  }
});

test('a product has its own share of what was paid, and money that goes back is taken from what it was for', async () => {
  const shares = async () =>
    (await results('product')).items.map(({ name, amountFen, refundedFen, commissionFen }: Record<string, unknown>) => [
      name,
      amountFen,
      refundedFen,
      commissionFen,
    ]);
  expect(await shares()).toEqual([
    ['商品 dear', 8250, 0, 247],
    ['商品 cheap', 2750, 0, 83],
    ['运费和其他', 0, 0, 0],
  ]);
  const { id } = await asked(shopper, orderId, { lines: [{ skuId: skuIds[1]!, quantity: 1 }] });
  await owner.send('POST', `/admin/aftersales/${id}/approve`, {});
  await shop.runJobs();
  expect(await shares()).toEqual([
    ['商品 dear', 8250, 0, 247],
    ['商品 cheap', 2750, 2750, 0],
    ['运费和其他', 0, 0, 0],
  ]);
  expect(await rowOf('staff', guide.employeeId)).toMatchObject({ orders: 1, refundedFen: 2750, commissionFen: 247 });
});

test('an order that goes back whole counts nothing', async () => {
  const { id } = await asked(shopper, orderId, { lines: [{ skuId: skuIds[0]!, quantity: 1 }] });
  await owner.send('POST', `/admin/aftersales/${id}/approve`, {});
  await shop.runJobs();
  expect(await rowOf('staff', guide.employeeId)).toMatchObject({
    orders: 0,
    amountFen: 11_000,
    refundedFen: 11_000,
    commissionFen: 0,
  });
});

test('an order says why it is whose it is, in words that can be read out', async () => {
  const { body } = await owner.send('GET', `/admin/orders/${orderId}/attribution`);
  expect(body).toMatchObject({
    order: { id: orderId, amountFen: 11_000, refundedFen: 11_000 },
    state: 'decided',
    reason: 'touch',
    owner: { employeeId: guide.employeeId, name: '=沈知夏', storeName: '=文三路店', token: guide.token },
    rules: { orderDays: FIRST_RULES.orderDays, since: null },
    steps: [{ kind: 'scan', touch: 'won', belonging: 'began', isOwn: false }],
  });
  expect(body.words).toMatch(
    /之前 15 天里，最后一次扫的是=沈知夏的码「码 \d+」（.+），所以算=沈知夏的。钱已经全部退回/,
  );
  expect((await owner.send('GET', '/admin/orders/1/attribution')).status).toBe(404);
});

test('the file of the results has nothing that a spreadsheet executes', async () => {
  const { csv, count } = await results('staff', owner, '/export');
  expect(count).toBe(2);
  expect(csv).toContain(`'=沈知夏,1,1,0,110.00,110.00,0.00,0.00`);
  expect(csv).toContain('合计,1,1,1,140.00,110.00,30.00,0.00');
});

test('a store manager sees and hands over what is in their stores and nothing else', async () => {
  const [near, far] = [await employee(shop, 'store_manager'), await employee(shop, 'store_manager')];
  const place = (employeeId: string, name: string, storeIds: string[]) =>
    owner.send('PUT', `/admin/employees/${employeeId}`, { name, role: 'store_manager', storeIds });
  await place(near.employeeId, '近', [storeId]);
  await place(far.employeeId, '远', [await addStore(shop.ctx, { name: '远店' })]);
  expect((await results('staff', near)).items).toEqual([expect.objectContaining({ key: guide.employeeId })]);
  expect((await results('staff', far)).items).toEqual([]);
  expect((await near.send('GET', `/admin/orders/${orderId}/attribution`)).status).toBe(200);
  expect((await far.send('GET', `/admin/orders/${orderId}/attribution`)).status).toBe(404);
  const colleague = await addGuide(shop, { storeIds: [storeId] });
  const wish = { fromEmployeeId: guide.employeeId, toEmployeeId: colleague.employeeId };
  expect((await far.send('POST', '/admin/hand-overs', wish)).status).toBe(404);
  expect(await near.send('POST', '/admin/hand-overs', wish)).toMatchObject({
    status: 200,
    body: { customers: 1, codes: 0 },
  });
  await setState(shop, colleague.employeeId, 'disabled');
  const back = { fromEmployeeId: guide.employeeId, toEmployeeId: colleague.employeeId };
  expect((await near.send('POST', '/admin/hand-overs', back)).body.error).toMatchObject({ code: 'conflict' });
});

test('rules are added to and never changed, and say since when they hold', async () => {
  const { createdAt: _, ...first } = FIRST_RULES;
  expect((await owner.send('GET', '/admin/attribution-rules')).body).toEqual({
    current: { ...first, since: null },
    history: [],
  });
  const next = { ...first, orderDays: 7, commissionPermille: 50 };
  const { body: current } = await owner.send('PUT', '/admin/attribution-rules', next);
  expect(current).toEqual({ ...next, since: expect.any(String) });
  expect((await owner.send('GET', '/admin/attribution-rules')).body).toEqual({
    current,
    history: [{ ...first, since: null }],
  });
});

test('a guide’s code costs a scan one statement more, any other code none', async () => {
  const count = async (employeeId: string | null) => {
    const { body } = await owner.send('POST', '/admin/codes', {
      names: ['码'],
      target: { kind: 'home', id: '' },
      employeeId,
    });
    const visitId = shop.ctx.makeId();
    seen.length = 0;
    await scanCode(shop.ctx, { userId: shopper.userId, visitId }, body.items[0].token);
    return seen.length;
  };
  expect(await count(guide.employeeId)).toBe((await count(null)) + 1);
});
