import { employee, type EmployeeClient } from './support/employees';
import { openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let operator: EmployeeClient;
let shopper: Shopper;
let skuId: string;
const HOUR = 3_600_000;

beforeAll(async () => {
  shop = await testApp();
  shopper = await shop.shopper();
  skuId = (await stockShelf(shop.ctx, product({ handle: 'jar', skus: [sku({ stock: 90 })] }))).skuIds[0]!;
});
// a session lasts twelve hours, and the clock is turned by days
beforeEach(async () => {
  operator = await employee(shop, 'operator');
});
afterAll(() => shop.close());

async function ship(trackingNo: string) {
  const order = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  const { tradeNo } = await openPayment(shopper, order.id);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  const parcel = { carrier: '顺丰速运', trackingNo };
  const { body } = await operator.send('POST', `/admin/orders/${order.id}/shipments`, parcel);
  return { orderId: order.id as string, shipmentId: body.shipments[0].id as string };
}
const trailOf = async (orderId: string): Promise<{ text: string; at: string }[]> =>
  (await shopper.get(`/api/orders/${orderId}/progress`)).body.shipments[0].events;
const add = (shipmentId: string, body: object) => operator.send('POST', `/admin/shipments/${shipmentId}/events`, body);
const addMany = (items: object[]) => operator.send('POST', '/admin/shipment-events', { items });
const now = () => shop.ctx.now().toISOString();

test('what the carrier says is shown to the shopper, and the same thing twice is once', async () => {
  const { orderId, shipmentId } = await ship('SF0000001');
  const event = { text: '已揽收', happenedAt: now() };
  expect(await add(shipmentId, event)).toMatchObject({ status: 201, body: { added: 1 } });
  expect((await add(shipmentId, event)).body).toEqual({ added: 0 });
  expect((await add(shipmentId, { ...event, text: '已出库' })).body).toEqual({ added: 1 });
  expect((await trailOf(orderId)).map(({ text }) => text).sort()).toEqual(['已出库', '已揽收'].sort());
});

test('many events come by tracking number, all or none', async () => {
  const [one, two] = [await ship('SF0000002'), await ship('SF0000003')];
  const event = (trackingNo: string, text: string) => ({ trackingNo, text, happenedAt: now() });
  const missing = await addMany([event('SF0000002', '已揽收'), event('SF9999999', '已揽收')]);
  expect(missing.body.error).toMatchObject({ code: 'not_found', details: { trackingNos: ['SF9999999'] } });
  expect(await trailOf(one.orderId)).toEqual([]);

  const items = [event('SF0000002', '已揽收'), event('SF0000003', '已揽收'), event('SF0000003', '运输中')];
  expect((await addMany([...items, items[0]!])).body).toEqual({ added: 3 });
  expect((await addMany(items)).body).toEqual({ added: 0 });
  expect([(await trailOf(one.orderId)).length, (await trailOf(two.orderId)).length]).toEqual([1, 2]);
});

test('what has not happened yet, and a parcel that is not there, are refused', async () => {
  const { orderId, shipmentId } = await ship('SF0000004');
  const future = new Date(shop.ctx.now().getTime() + HOUR).toISOString();
  expect((await add(shipmentId, { text: '已签收', happenedAt: future })).status).toBe(400);
  expect((await addMany([{ trackingNo: 'SF0000004', text: '已签收', happenedAt: future }])).status).toBe(400);
  expect((await add(shipmentId, { text: ' ', happenedAt: now() })).status).toBe(400);
  expect((await add('1', { text: '已揽收', happenedAt: now() })).status).toBe(404);
  expect(await trailOf(orderId)).toEqual([]);
});

test("the demo shop's parcels travel by themselves, in order, until the shopper has them", async () => {
  const { orderId } = await ship('SF0000005');
  const seen: number[] = [];
  for (let hours = 0; hours <= 24; hours += 2) {
    await shop.runJobs();
    const trail = await trailOf(orderId);
    seen.push(trail.length);
    const times = trail.map(({ at }) => Date.parse(at));
    expect([...times].sort((a, b) => b - a)).toEqual(times);
    expect(times.every((time) => time <= shop.ctx.now().getTime())).toBe(true);
    shop.advance(2 * HOUR);
  }
  expect(seen[0]).toBe(1);
  expect(seen.at(-1)).toBe((await trailOf(orderId)).length);
  expect(seen.every((count, index) => index === 0 || count >= seen[index - 1]!)).toBe(true);
  expect((await trailOf(orderId))[0]!.text).toContain('已送达');
  await shop.runJobs();
  expect(await trailOf(orderId)).toHaveLength(seen.at(-1)!);
});

test('the trail of a parcel that has arrived does not go on', async () => {
  const { orderId } = await ship('SF0000006');
  await shop.runJobs();
  await shopper.post(`/api/orders/${orderId}/confirm`);
  const before = await trailOf(orderId);
  shop.advance(30 * HOUR);
  await shop.runJobs();
  expect(await trailOf(orderId)).toEqual(before);
});
