import { employee, type EmployeeClient } from './support/employees';
import { draftOrder, newKey, product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let marketer: EmployeeClient;
let shopper: Shopper;
let skuId: string;
const DAY = 86_400_000;

beforeAll(async () => {
  shop = await testApp();
  shopper = await shop.shopper();
  const item = product({ handle: 'kettle', skus: [sku({ priceFen: 20_000, stock: 50 })] });
  skuId = (await stockShelf(shop.ctx, item)).skuIds[0]!;
});
// a session lasts twelve hours, and the clock is turned by days
beforeEach(async () => {
  marketer = await employee(shop, 'marketer');
});
afterAll(() => shop.close());

const later = (ms: number) => new Date(shop.ctx.now().getTime() + ms).toISOString();
const OFFER = { label: '满减', fromFen: 20_000, offFen: 3000 };
const create = (body: object) => marketer.send('POST', '/admin/reach-discounts', body);
const edit = (id: string, body: object) => marketer.send('PUT', `/admin/reach-discounts/${id}`, body);
const end = (id: string) => marketer.send('POST', `/admin/reach-discounts/${id}/end`);
const takenOff = async () => (await shopper.post('/api/quotes', { items: [{ skuId, quantity: 1 }] })).body.discountFen;

test('a discount is taken off from the moment it is made until it is ended, and is ended once', async () => {
  const { status, body } = await create(OFFER);
  expect([status, body]).toMatchObject([201, { ...OFFER, state: 'running', startsAt: null, endsAt: null }]);
  expect(await takenOff()).toBe(3000);
  const ended = (await end(body.id)).body;
  expect(ended).toMatchObject({ state: 'ended', endsAt: expect.any(String) });
  expect(await takenOff()).toBe(0);
  shop.advance(1000);
  expect((await end(body.id)).body).toEqual(ended);
  expect((await edit(body.id, OFFER)).body.error).toMatchObject({ code: 'conflict', details: { reason: 'ended' } });
});

test('a discount with a period is taken off within it only', async () => {
  const { body } = await create({ ...OFFER, startsAt: later(DAY), endsAt: later(2 * DAY) });
  const state = async () =>
    (await (await employee(shop, 'marketer')).send('GET', '/admin/reach-discounts')).body.items.find(
      (one: { id: string }) => one.id === body.id,
    ).state;
  expect([body.state, await takenOff()]).toEqual(['scheduled', 0]);
  shop.advance(DAY + 1000);
  expect([await state(), await takenOff()]).toEqual(['running', 3000]);
  shop.advance(DAY);
  expect([await state(), await takenOff()]).toEqual(['ended', 0]);
});

test('a change counts for the next order, not for those that were placed', async () => {
  const { body } = await create(OFFER);
  const draft = await draftOrder(shopper, [{ skuId, quantity: 1 }]);
  const order = (await shopper.post('/api/orders', draft, newKey())).body;
  expect((await edit(body.id, { ...OFFER, offFen: 5000 })).body.offFen).toBe(5000);
  expect((await shopper.get(`/api/orders/${order.id}`)).body.discountFen).toBe(3000);
  const again = await shopper.post('/api/orders', draft, newKey());
  expect(again.body.error).toMatchObject({ code: 'price_changed', details: { quote: { discountFen: 5000 } } });
  await end(body.id);
});

test.each([
  ['as much off as it takes', { fromFen: 3000, offFen: 3000 }],
  ['more off than it takes', { fromFen: 3000, offFen: 3001 }],
  ['nothing off', { offFen: 0 }],
  ['an end before its beginning', { startsAt: '2027-01-02T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' }],
  ['no name', { label: ' ' }],
  ['a time that no calendar has', { startsAt: '0000-01-01T00:00:00Z' }],
])('a discount with %s is refused', async (_what, change) => {
  expect((await create({ ...OFFER, ...change })).status).toBe(400);
});

test('one that is not there can be neither changed nor ended; the log has who did what', async () => {
  expect((await edit('1', OFFER)).status).toBe(404);
  expect((await end('1')).status).toBe(404);
  const { body } = await create(OFFER);
  await end(body.id);
  const owner = await employee(shop, 'owner');
  const [entry] = (await owner.send('GET', '/admin/audit?limit=1')).body.items;
  expect(entry).toMatchObject({
    action: 'POST /admin/reach-discounts/:discountId/end',
    employeeId: marketer.employeeId,
    before: { state: 'running' },
    after: { state: 'ended' },
  });
});
