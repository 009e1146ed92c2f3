import type { PlatformAdapter, ShippingReport } from '../src/platform/types';
import { request, wechatShop } from './support/standins/wechatShop';

let shop: Awaited<ReturnType<typeof wechatShop>>;
let weapp: PlatformAdapter;

beforeAll(async () => {
  shop = await wechatShop();
  weapp = shop.adapters().weapp;
});
afterAll(() => shop.close());

async function paidReport(changes: Partial<ShippingReport> = {}): Promise<ShippingReport> {
  const order = request(shop.wechat);
  await weapp.createPayment(order);
  const { transactionId } = shop.wechat.pay(order.tradeNo);
  return {
    appId: order.appId,
    tradeNo: order.tradeNo,
    openId: order.openId,
    platformTradeNo: transactionId,
    fulfilment: 'delivery',
    parcels: [{ carrier: '中通快递', trackingNo: 'ZT100' }],
    itemText: '赣南脐橙 5 斤',
    maskedPhone: '138****1111',
    shippedAt: new Date('2026-11-25T01:02:03.045Z'),
    ...changes,
  };
}
const told = (report: ShippingReport) => shop.wechat.desk.shipments.filter(({ tradeNo }) => tradeNo === report.tradeNo);

test("a parcel is told with its number, WeChat's id of the carrier and Beijing's time", async () => {
  const report = await paidReport();
  await weapp.reportShipping(report);
  expect(told(report)).toMatchObject([
    {
      order_key: { order_number_type: 2, transaction_id: report.platformTradeNo },
      logistics_type: 1,
      delivery_mode: 1,
      shipping_list: [{ tracking_no: 'ZT100', express_company: 'ZTO', item_desc: '赣南脐橙 5 斤' }],
      upload_time: '2026-11-25T09:02:03.045+08:00',
      payer: { openid: 'o-ming' },
    },
  ]);
  expect(told(report)[0]!.shipping_list[0]).not.toHaveProperty('contact');
});

test("without WeChat's number the payment is named by ours", async () => {
  const report = await paidReport({ platformTradeNo: null });
  await weapp.reportShipping(report);
  const key = { order_number_type: 1, mchid: shop.wechat.mchid, out_trade_no: report.tradeNo };
  expect(told(report)[0]!.order_key).toEqual(key);
});

test('SF is told whom to call, whatever staff call SF', async () => {
  for (const carrier of ['顺丰', '顺丰速运', '顺丰快递', 'sf']) {
    const report = await paidReport({ parcels: [{ carrier, trackingNo: 'SF1' }] });
    await weapp.reportShipping(report);
    const [parcel] = told(report)[0]!.shipping_list;
    expect(parcel).toMatchObject({ express_company: 'SF', contact: { receiver_contact: '138****1111' } });
  }
});

test('several parcels are one split delivery, and a pick-up has no parcel', async () => {
  const parcels = [
    { carrier: '中通', trackingNo: 'ZT1' },
    { carrier: '圆通', trackingNo: 'YT2' },
  ];
  const split = await paidReport({ parcels });
  await weapp.reportShipping(split);
  expect(told(split)).toMatchObject([{ delivery_mode: 2, is_all_delivered: true, shipping_list: [{}, {}] }]);
  const pickup = await paidReport({ fulfilment: 'pickup', parcels: [] });
  await weapp.reportShipping(pickup);
  expect(told(pickup)).toMatchObject([{ logistics_type: 4, shipping_list: [{ item_desc: '赣南脐橙 5 斤' }] }]);
});

test('a payment that WeChat does not know yet is told later, and telling it again is fine', async () => {
  const report = await paidReport();
  shop.wechat.desk.shippingLag = 1;
  await expect(weapp.reportShipping(report)).rejects.toMatchObject({ code: 'platform_unavailable' });
  await weapp.reportShipping(report);
  await weapp.reportShipping(report);
  expect(told(report)).toHaveLength(1);
});

test('an answer that was lost is no reason to tell it twice', async () => {
  const report = await paidReport();
  shop.wechat.misbehave('/wxa/sec/order/upload_shipping_info', 'lost');
  await expect(weapp.reportShipping(report)).rejects.toMatchObject({ code: 'platform_unavailable' });
  await weapp.reportShipping(report);
  expect(told(report)).toHaveLength(1);
});

test('a carrier unknown to WeChat, or a payer who is not the one, is an error that names itself', async () => {
  const unknown = await paidReport({ parcels: [{ carrier: '自家骑手', trackingNo: '1' }] });
  await expect(weapp.reportShipping(unknown)).rejects.toMatchObject({ code: 'unsupported' });
  const stranger = await paidReport({ openId: 'o-other' });
  await expect(weapp.reportShipping(stranger)).rejects.toMatchObject({ reason: '10060031' });
});
