import { employee, type EmployeeClient } from './support/employees';
import { sql } from '../src/db/db';
import { countReach } from '../src/layouts/reach';
import { openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { ask, heading, HOME, idOf, layout, publish, saveDraft } from './support/layouts';
import { testApp, type Answer, type Login, type TestApp } from './support/testApp';

let shop: TestApp;
let marketer: EmployeeClient;
let skuId: string;
beforeAll(async () => {
  shop = await testApp();
  marketer = await employee(shop, 'marketer');
  skuId = (await stockShelf(shop.ctx, product({ handle: 'bought', skus: [sku({ stock: 1000 })] }))).skuIds[0]!;
});
afterAll(() => shop.close());

const noView = { platform: 'h5', contract: 2, arm: 0, failedBlockIds: [] };
const view = async (body: object) =>
  (await shop.app.inject({ method: 'POST', url: '/api/layout-views', payload: { ...noView, ...body } })).statusCode;
const results = async (releaseId: string) =>
  (await marketer.send('GET', `/admin/layout-releases/${releaseId}/results`)).body.arms;
const views = (releaseId: string) =>
  shop.ctx.db.query(sql`select device_id, arm, day from layout_views where release_id = ${releaseId}`);

/** Shows the page on a device and tells the server, as a client does. */
async function see(deviceId: string, failedBlockIds: string[] = []): Promise<Answer['body']> {
  const { body } = await ask(shop, { query: { deviceId } });
  expect(await view({ deviceId, releaseId: body.releaseId, arm: body.arm, failedBlockIds })).toBe(200);
  return body;
}

/** Somebody opens the shop on the device and pays for one thing; answers how much. */
async function buy(deviceId: string): Promise<number> {
  const guest = { platform: 'h5', appId: 'h5', deviceId } as Login;
  const shopper = await shop.shopper(guest);
  const order = await placeOrder(shopper, [{ skuId, quantity: 1 }]);
  const { tradeNo } = await openPayment(shopper, order.id);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  return order.totalFen;
}

test('an arm’s buyers are the devices that saw it and paid afterwards, while the release ran', async () => {
  const base = await publish(marketer, HOME, layout([heading('甲')]));
  await saveDraft(marketer, HOME, layout([heading('乙')]));
  const arms = [
    { versionId: base.arms[0].versionId, weight: 50 },
    { versionId: null, weight: 50 },
  ];
  const { body: release } = await marketer.send('POST', `/admin/layouts/${HOME}/releases`, { arms });
  const early = 'device-bought-early';
  await buy(early);
  shop.advance(1000);
  const expected = [0, 1].map(() => ({ devices: 0, buyers: 0, orders: 0, amountFen: 0, failedDevices: 0 }));
  for (const deviceId of [early, ...Array.from({ length: 12 }, (_, nth) => `device-results-${nth}`)]) {
    const hasFailed = deviceId.endsWith('1');
    const { arm } = await see(deviceId, hasFailed ? [idOf('甲')] : []);
    await see(deviceId);
    const counted = expected[arm]!;
    counted.devices += 1;
    counted.failedDevices += Number(hasFailed);
    if (Number(deviceId.slice(-1)) % 3 !== 0 || deviceId === early) continue;
    shop.advance(1000);
    counted.amountFen += await buy(deviceId);
    counted.amountFen += await buy(deviceId);
    counted.buyers += 1;
    counted.orders += 2;
  }
  await marketer.send('POST', `/admin/layout-releases/${release.id}/withdraw`);
  shop.advance(1000);
  await buy('device-results-3');
  expect(await results(release.id)).toMatchObject(expected.map((counted, arm) => ({ ...counted, arm, weight: 50 })));
  expect(expected.every(({ devices }) => devices > 0)).toBe(true);
  await countReach(shop.ctx);
  const [home] = (await marketer.send('GET', '/admin/layouts')).body.items;
  expect(home.weekDevices).toBe(13);
});

test('a view is noted once a day for a device; strange releases and arms that are not the device’s are not', async () => {
  const { id: releaseId } = await publish(marketer, HOME, layout([heading('丙')]));
  const deviceId = 'device-once';
  for (let time = 0; time < 3; time++) expect(await view({ deviceId, releaseId })).toBe(200);
  expect(await view({ deviceId, releaseId, arm: 1 })).toBe(200);
  expect(await view({ deviceId, releaseId: '12345' })).toBe(200);
  expect(await views(releaseId)).toHaveLength(1);
  shop.advance(86_400_000);
  await view({ deviceId, releaseId });
  expect(await views(releaseId)).toHaveLength(2);
  expect(await results('12345')).toBeUndefined();
});
