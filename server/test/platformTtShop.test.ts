import { employee } from './support/employees';
import { newKey, placeOrder, product, sku, stockOf, stockShelf } from './support/fixtures';
import { openDouyin, type Douyin } from './support/standins/douyin';
import { testApp, type Shopper, type TestApp } from './support/testApp';

/** Physical goods on Douyin: the bound Douyin shop sells them, and its order is read back. */
let douyin: Douyin;
let shop: TestApp;
let shopper: Shopper;
let openId: string;
let skuIds: string[];
let mapping: { shopProductId: string; shopSkuId: string };
let made = 0;

beforeAll(async () => {
  douyin = await openDouyin();
});
beforeAll(async () => {
  shop = await testApp({ env: { PLATFORM: 'live', ...douyin.config, TT_GOODS: 'shop' } });
  douyin.books().now = () => shop.ctx.now();
});
afterAll(() => douyin.close());
afterAll(() => shop.close());

beforeEach(async () => {
  openId = `lin-${++made}`;
  shopper = await signIn(openId);
  const item = product({
    handle: `tea-${made}`,
    options: [{ name: '规格', values: ['一盒', '两盒'] }],
    skus: ['一盒', '两盒'].map((value) => sku({ priceFen: 10_000, stock: 10, optionValues: [value] })),
  });
  skuIds = (await stockShelf(shop.ctx, item)).skuIds;
  // more digits than a JavaScript number holds
  mapping = { shopProductId: `34731960499743261${50 + made}`, shopSkuId: `17365024637777991${50 + made}` };
  const { send } = await employee(shop, 'operator');
  expect((await send('PUT', `/admin/skus/${skuIds[0]}/tt-shop`, mapping)).status).toBe(200);
});

const signIn = (person: string) =>
  shop.shopper({
    platform: 'tt',
    appId: 'tt0123456789abcdef',
    code: douyin.login(person),
    deviceId: `device-${person}`,
  });
const orderOf = (orderId: string) => shopper.get(`/api/orders/${orderId}`).then((answer) => answer.body);
const check = (orderId: string) => shopper.post(`/api/orders/${orderId}/payments/check`).then((answer) => answer.body);

/** An order of one line whose payment was handed over to the shop. */
async function handOver(who = shopper, quantity = 2) {
  const order = await placeOrder(who, [{ skuId: skuIds[0]!, quantity }]);
  const answer = await who.post(`/api/orders/${order.id}/payments`, {}, newKey());
  expect(answer).toMatchObject({ status: 201, body: { intent: { kind: 'tt_shop' } } });
  const { intent } = answer.body;
  return { orderId: order.id as string, fen: order.totalFen as number, intent };
}

test('a payment opens the shop at the mapped product, and again at the same', async () => {
  const { orderId, intent } = await handOver();
  const { shopProductId: productId, shopSkuId: skuId } = mapping;
  expect(intent).toEqual({ kind: 'tt_shop', shopId: '463284', productId, skuId, quantity: 2 });
  const again = await shopper.post(`/api/orders/${orderId}/payments`, {}, newKey());
  expect(again.body.intent).toEqual(intent);
});

test('an order of two SKUs, and one that the shop does not sell, are refused with words of their own', async () => {
  const both = await placeOrder(
    shopper,
    skuIds.map((skuId) => ({ skuId, quantity: 1 })),
  );
  expect(await shopper.post(`/api/orders/${both.id}/payments`, {}, newKey())).toMatchObject({
    status: 409,
    body: { error: { code: 'tt_one_item', details: { lines: 2 } } },
  });
  const other = await placeOrder(shopper, [{ skuId: skuIds[1]!, quantity: 1 }]);
  expect(await shopper.post(`/api/orders/${other.id}/payments`, {}, newKey())).toMatchObject({
    status: 409,
    body: { error: { code: 'tt_not_mapped', details: { skuId: skuIds[1] } } },
  });
  // what was never handed over can be cancelled
  expect((await shopper.post(`/api/orders/${other.id}/cancel`)).body).toMatchObject({ state: 'closed' });
});

test('a guest, whose order could not be found again, pays nothing', async () => {
  const guest = await shop.shopper({
    platform: 'tt',
    appId: 'tt0123456789abcdef',
    deviceId: 'device-guest-1',
  } as never);
  const order = await placeOrder(guest, [{ skuId: skuIds[0]!, quantity: 1 }]);
  const answer = await guest.post(`/api/orders/${order.id}/payments`, {}, newKey());
  expect(answer).toMatchObject({ status: 401, body: { error: { code: 'login_failed' } } });
});

test('the buyer’s order in the shop pays ours once it is paid, and carries its number', async () => {
  const { orderId, fen, intent } = await handOver();
  expect(await check(orderId)).toMatchObject({ state: 'unpaid' });
  const number = douyin.shopOrder(intent, openId, { orderFen: fen });
  expect(await check(orderId)).toMatchObject({ state: 'unpaid' });
  douyin.payShopOrder(number);
  expect(await check(orderId)).toMatchObject({ state: 'paid', paymentState: 'paid' });
  const { body } = await shopper.get(`/api/orders/${orderId}`);
  expect(body.state).toBe('paid');
  expect(await stockOf(shop.ctx, skuIds[0]!)).toEqual({ onHand: 8, reserved: 0 });
  const [row] = await shop.ctx.db.query<{ platform_trade_no: string }>({
    text: 'select platform_trade_no from payments where order_id = $1',
    values: [orderId],
  });
  expect(row!.platform_trade_no).toBe(number);
});

test('what the shop and Douyin take off the price is theirs: the order is paid all the same', async () => {
  const { orderId, fen, intent } = await handOver();
  douyin.payShopOrder(douyin.shopOrder(intent, openId, { orderFen: fen, payFen: fen - 500 }));
  expect(await check(orderId)).toMatchObject({ state: 'paid' });
});

test.each([
  ['of another buyer', () => ['somebody-else', {}]],
  ['of a buyer whom the shop does not name', () => ['', {}]],
  ['of another quantity', () => [openId, { quantity: 1 }]],
  ['of another SKU', () => [openId, { skuId: '1736502463777799999' }]],
  ['with a second line', () => [openId, { extraSkuId: '1736502463777799998' }]],
  ['from before the hand-over', () => [openId, { createdAt: new Date(shop.ctx.now().getTime() - 3_600_000) }]],
  ['for another price', () => [openId, { orderFen: 1 }]],
] as [string, () => [string, object]][])('an order %s does not pay ours', async (_what, lie) => {
  const { orderId, fen, intent } = await handOver();
  const [buyer, more] = lie();
  douyin.payShopOrder(douyin.shopOrder(intent, buyer, { orderFen: fen, ...more }));
  expect(await check(orderId)).toMatchObject({ state: 'unpaid' });
});

test('one order of the shop pays one of ours, however many ask at once', async () => {
  const [first, second] = [await handOver(), await handOver()];
  douyin.payShopOrder(douyin.shopOrder(first.intent, openId, { orderFen: first.fen }));
  await Promise.all([first, second, first, second].map(({ orderId }) => check(orderId)));
  const states = await Promise.all([first, second].map(async ({ orderId }) => (await orderOf(orderId)).state));
  expect(states.sort()).toEqual(['paid', 'unpaid']);
});

test('an order is found among hundreds', async () => {
  const { orderId, fen, intent } = await handOver();
  for (let others = 0; others < 250; others++) douyin.shopOrder(intent, `other-${others}`, { orderFen: fen });
  const createdAt = new Date(shop.ctx.now().getTime() + 1000);
  douyin.payShopOrder(douyin.shopOrder(intent, openId, { orderFen: fen, createdAt }));
  expect(await check(orderId)).toMatchObject({ state: 'paid' });
});

test('an order that the buyer has open in the shop is paid late, found late, and its money goes back', async () => {
  const { orderId, fen, intent } = await handOver();
  const number = douyin.shopOrder(intent, openId, { orderFen: fen });
  shop.advance(31 * 60_000);
  await shop.runJobs();
  expect(await orderOf(orderId)).toMatchObject({ state: 'closed' });
  douyin.payShopOrder(number);
  shop.advance(3 * 3_600_000);
  await shop.runJobs();
  expect(await orderOf(orderId)).toMatchObject({ state: 'closed', paymentState: 'refunding' });
  douyin.refundShopOrder(number, fen);
  shop.advance(3 * 3_600_000);
  await shop.runJobs();
  expect(await orderOf(orderId)).toMatchObject({ paymentState: 'refunded' });
});

test('nobody bought: when the time is over the hand-over is closed', async () => {
  const { orderId } = await handOver();
  shop.advance(31 * 60_000);
  await shop.runJobs();
  expect(await orderOf(orderId)).toMatchObject({ state: 'closed' });
  expect(await stockOf(shop.ctx, skuIds[0]!)).toEqual({ onHand: 10, reserved: 0 });
});

describe('refunds are made in the shop', () => {
  /** A paid trade as the platform port knows it. */
  async function paidTrade(payFen?: number) {
    const { orderId, fen, intent } = await handOver();
    const number = douyin.shopOrder(intent, openId, { orderFen: fen, ...(payFen && { payFen }) });
    douyin.payShopOrder(number);
    await check(orderId);
    const [row] = await shop.ctx.db.query<{ trade_no: string }>({
      text: 'select trade_no from payments where order_id = $1',
      values: [orderId],
    });
    const refund = (refundNo: string, refundFen: number) =>
      shop.ctx.platforms.tt.refundPayment({
        appId: 'tt0123456789abcdef',
        tradeNo: row!.trade_no,
        platformTradeNo: number,
        refundNo,
        refundFen,
        totalFen: fen,
        reason: '不想要了',
      });
    const query = (refundNo: string) =>
      shop.ctx.platforms.tt.queryRefund({ appId: 'tt0123456789abcdef', tradeNo: row!.trade_no, refundNo });
    return { number, fen, refund, query };
  }

  test('one is processing until the shop has given the money back', async () => {
    const { number, refund, query } = await paidTrade();
    expect(await query('R1000001')).toMatchObject({ state: 'absent' });
    expect(await refund('R1000001', 700)).toMatchObject({ state: 'processing', refundedFen: null });
    douyin.refundShopOrder(number, 700, { isDone: false });
    expect(await query('R1000001')).toMatchObject({ state: 'processing' });
    douyin.refundShopOrder(number, 700);
    expect(await query('R1000001')).toMatchObject({ state: 'succeeded', refundedFen: 700 });
  });

  test('one after-sale of the shop answers one refund of ours, and only for the same amount', async () => {
    const { number, refund, query } = await paidTrade();
    for (const refundNo of ['R2000001', 'R2000002']) await refund(refundNo, 700);
    douyin.refundShopOrder(number, 699);
    douyin.refundShopOrder(number, 700);
    const states = (await Promise.all(['R2000001', 'R2000002'].map(query))).map(({ state }) => state);
    expect(states.sort()).toEqual(['processing', 'succeeded']);
    douyin.refundShopOrder(number, 700);
    for (const refundNo of ['R2000001', 'R2000002']) expect((await query(refundNo)).state).toBe('succeeded');
  });

  test('the whole of an order is what was paid for it', async () => {
    const { number, fen, refund } = await paidTrade(19_500);
    await refund('R3000001', fen);
    douyin.refundShopOrder(number, 19_500);
    expect(await refund('R3000001', fen)).toMatchObject({ state: 'succeeded', refundedFen: fen });
  });
});

test('a shop token that is over is renewed, and a wrong secret answers that the platform is away', async () => {
  const { orderId } = await handOver();
  await check(orderId);
  const before = douyin.books().tokenRequests.shop;
  douyin.expireTokens();
  expect(await check(orderId)).toMatchObject({ state: 'unpaid' });
  expect(douyin.books().tokenRequests.shop).toBe(before + 1);
  const { shopSecret } = douyin.books();
  douyin.books().shopSecret = 'another';
  const answer = await shopper.post(`/api/orders/${orderId}/payments/check`);
  expect(answer).toMatchObject({ status: 502, body: { error: { code: 'platform_unavailable' } } });
  douyin.books().shopSecret = shopSecret;
});

test('the mapping is read, changed and taken away in the console; a payment under way keeps its own', async () => {
  const { send } = await employee(shop, 'operator');
  const url = `/admin/skus/${skuIds[0]}/tt-shop`;
  expect((await send('GET', url)).body).toEqual({ skuId: skuIds[0], ...mapping });
  const { orderId, intent } = await handOver();
  const changed = { ...mapping, shopSkuId: '42' };
  expect((await send('PUT', url, changed)).body).toEqual({ skuId: skuIds[0], ...changed });
  expect((await shopper.post(`/api/orders/${orderId}/payments`, {}, newKey())).body.intent).toEqual(intent);
  expect((await send('DELETE', url)).status).toBe(200);
  expect((await send('GET', url)).status).toBe(404);
  expect((await send('PUT', '/admin/skus/1/tt-shop', mapping)).status).toBe(404);
  expect((await send('PUT', url, { ...mapping, shopSkuId: 'abc' })).status).toBe(400);
});
