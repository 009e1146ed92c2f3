import { AppError } from '../src/errors';
import type { ShippingReport } from '../src/platform/types';
import { employee, type EmployeeClient } from './support/employees';
import { newKey, openPayment, placeOrder, product, sku, stockShelf } from './support/fixtures';
import { addStore } from './support/shopRules';
import { testApp, type Shopper, type TestApp } from './support/testApp';

let shop: TestApp;
let owner: EmployeeClient;
/** What WeChat was told, and what it answers next. */
const told: ShippingReport[] = [];
const answers: Error[] = [];
let made = 0;

beforeAll(async () => {
  shop = await testApp();
  owner = await employee(shop, 'owner');
  const weapp = {
    ...shop.ctx.platforms.weapp,
    async reportShipping(report: ShippingReport) {
      told.push(report);
      const error = answers.shift();
      if (error) throw error;
    },
  };
  shop.ctx.platforms = { ...shop.ctx.platforms, weapp };
});
afterAll(() => shop.close());
beforeEach(() => {
  told.length = 0;
  answers.length = 0;
});

const inWechat = () => {
  const nth = ++made;
  return shop.shopper({
    platform: 'weapp',
    appId: 'wx-shop',
    code: `fake-payer-${nth}`,
    deviceId: `payer-phone-${nth}`,
  });
};
const newSku = async () => {
  const item = product({ handle: `sent-${++made}`, title: '青瓷茶杯', skus: [sku()] });
  return (await stockShelf(shop.ctx, item)).skuIds[0]!;
};
const pay = async (shopper: Shopper, orderId: string) => {
  const { tradeNo } = await openPayment(shopper, orderId);
  await shop.app.inject({ method: 'POST', url: `/fake/trades/${tradeNo}`, payload: { action: 'pay' } });
  return tradeNo;
};
const bought = async (shopper: Shopper) => {
  const { id } = await placeOrder(shopper, [{ skuId: await newSku(), quantity: 2 }]);
  return { orderId: id as string, tradeNo: await pay(shopper, id) };
};
const ship = (orderId: string) =>
  owner.send('POST', `/admin/orders/${orderId}/shipments`, { carrier: '中通', trackingNo: 'ZT1234567' });
const reports = async (query = '') => (await owner.send('GET', `/admin/shipping-reports${query}`)).body.items;

test('a parcel of an order that WeChat was paid for is told to WeChat, once', async () => {
  const { orderId, tradeNo } = await bought(await inWechat());
  expect((await ship(orderId)).status).toBe(201);
  await shop.runJobs();
  await shop.runJobs();
  expect(told).toEqual([
    {
      appId: 'wx-shop',
      tradeNo,
      openId: `payer-${made - 1}`,
      platformTradeNo: expect.any(String),
      fulfilment: 'delivery',
      parcels: [{ carrier: '中通', trackingNo: 'ZT1234567' }],
      itemText: '青瓷茶杯×2',
      maskedPhone: '138****6620',
      shippedAt: expect.any(Date),
    },
  ]);
  expect(await reports('?limit=1')).toMatchObject([{ orderId, platform: 'weapp', state: 'told', tries: 1 }]);
});

test('an order that is paid on the web is told to nobody', async () => {
  const { orderId } = await bought(await shop.shopper());
  await ship(orderId);
  await shop.runJobs();
  expect(told).toEqual([]);
  expect((await reports()).filter((one: { orderId: string }) => one.orderId === orderId)).toEqual([]);
});

test('goods that are handed over in the store are told as picked up', async () => {
  const shopper = await inWechat();
  const items = [{ skuId: await newSku(), quantity: 1 }];
  const pickup = {
    storeId: await addStore(shop.ctx, { name: `店 ${made}` }),
    contact: { name: '顾小满', phone: '13900000001' },
  };
  const wish = { items, fulfilment: 'pickup', pickup, expectedTotalFen: 5000 };
  const { body: order } = await shopper.post('/api/orders', wish, newKey());
  await pay(shopper, order.id);
  const { code } = (await shopper.get(`/api/orders/${order.id}`)).body.pickup;
  expect((await owner.send('POST', '/admin/pickups/verify', { code })).status).toBe(200);
  await shop.runJobs();
  expect(told).toMatchObject([{ fulfilment: 'pickup', parcels: [], maskedPhone: '139****0001' }]);
});

test('a payment that WeChat does not know yet is told again later, until it does', async () => {
  answers.push(new AppError('platform_unavailable'), new AppError('platform_unavailable'));
  const { orderId } = await bought(await inWechat());
  await ship(orderId);
  await shop.runJobs();
  expect(await reports('?limit=1')).toMatchObject([{ state: 'waiting', tries: 1, note: 'platform_unavailable' }]);
  for (const minutes of [1, 2]) {
    shop.advance(minutes * 60_000 + 1000);
    await shop.runJobs();
  }
  expect(told).toHaveLength(3);
  expect(await reports('?limit=1')).toMatchObject([{ state: 'told', tries: 3, note: '' }]);
});

test('what WeChat never takes is shown to the merchant at the end, who can have it told again', async () => {
  answers.push(new AppError('unsupported', { carrier: '跑腿' }));
  const { orderId } = await bought(await inWechat());
  await ship(orderId);
  await shop.runJobs();
  const [failed] = await reports('?state=failed&limit=1');
  expect(failed).toMatchObject({ orderId, state: 'failed', note: 'unsupported {"carrier":"跑腿"}' });

  answers.push(...Array.from({ length: 16 }, () => new AppError('platform_unavailable')));
  expect((await owner.send('POST', `/admin/shipping-reports/${failed.id}/retry`)).body.state).toBe('waiting');
  for (let hour = 0; hour < 20; hour++) {
    await shop.runJobs();
    shop.advance(3_600_000 + 1000);
  }
  expect(told).toHaveLength(17);
  // nobody stays signed in for so long
  owner = await employee(shop, 'owner');
  expect(await reports('?state=failed&limit=1')).toMatchObject([{ orderId, tries: 16 }]);

  await owner.send('POST', `/admin/shipping-reports/${failed.id}/retry`);
  await shop.runJobs();
  expect((await owner.send('POST', `/admin/shipping-reports/${failed.id}/retry`)).body.state).toBe('told');
  await shop.runJobs();
  expect(told).toHaveLength(18);
});
