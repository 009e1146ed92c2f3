import fs from 'node:fs';
import path from 'node:path';
import { booksOf, smallShop, TEAPOT, type SmallShop } from '../support/smallShop';
import type { Platform } from './engine/protocol';
import type { NativeQuestion } from './engine/protocol';
import { withChrome } from './minis';
import { SET_DATA_FIGURES } from './setDataFigures';

const DIST = path.resolve(__dirname, '../../dist');
/** Where the packages believe their backend to be. */
const BUILT_FOR = 'http://localhost:3000';

/** The native names a purchase needs, on each super-app. */
const NATIVE: Record<Platform, { login: string; address: string; pay: string[] }> = {
  weapp: { login: 'login', address: 'chooseAddress', pay: ['requestPayment'] },
  alipay: { login: 'getAuthCode', address: 'getAddress', pay: ['tradePay'] },
  tt: { login: 'login', address: 'chooseAddress', pay: ['requestOrder', 'getOrderPayment'] },
};

let shop: SmallShop;
beforeEach(async () => {
  shop = await smallShop({ FAKE_CASHIER: 'native' });
}, 60_000);
afterEach(() => shop.close());

/** Plays the cashier: the shopper pays, the platform calls our server back, then the app is told. */
function cashier(): {
  requestPayment: (question: NativeQuestion) => Promise<'ok'>;
  requestOrder: (question: NativeQuestion) => unknown;
} {
  let tradeNo = '';
  return {
    requestOrder: ({ params }) => {
      tradeNo = JSON.parse((params as { data: string }).data).outOrderNo;
      return { outcome: 'ok', value: { orderId: `dy-${tradeNo}` } };
    },
    requestPayment: async ({ params }) => {
      const given = params as { package?: string; tradeNO?: string };
      tradeNo = given.package?.replace('prepay_id=', '') ?? given.tradeNO ?? tradeNo;
      const answer = await fetch(`${shop.url}/fake/trades/${tradeNo}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action: 'pay' }),
      });
      if (!answer.ok) throw new Error(`the fake platform does not know trade ${tradeNo}`);
      return 'ok';
    },
  };
}

withChrome('the built packages', (start) => {
  const open = (platform: Platform, script: object = {}) => {
    const dist = path.join(DIST, platform);
    if (!fs.existsSync(dist)) throw new Error(`dist/${platform} is not built: run npm run build:${platform}`);
    return start(
      dist,
      { origins: { [BUILT_FOR]: shop.url }, script: { chooseAddress: 'ok', ...script } as never },
      platform,
    );
  };

  /** Home → product → SKU → cart → checkout, up to the submitting tap. */
  async function walkToSubmit(mini: Awaited<ReturnType<typeof open>>) {
    await mini.waitText(TEAPOT);
    await mini.settle();
    await mini.tap(TEAPOT);
    await mini.waitPage('mall/product/index');
    await mini.waitText('加入购物袋');
    await mini.settle();
    await mini.tap('加入购物袋');
    await mini.tap('柿红');
    await mini.tap('180ml');
    await mini.waitText('已选 柿红 / 180ml');
    // the sheet's own button comes before the page's
    await mini.tap('加入购物袋', { nth: 0 });
    await mini.waitToast('放进购物袋了');
    await mini.back();
    await mini.tapTab('购物袋');
    await mini.waitPage('pages/cart/index');
    await mini.waitText(TEAPOT);
    await mini.settle();
    await mini.tap('结算 (1)');
    await mini.waitPage('orders/checkout/index');
    await mini.tap('选择收货地址');
    await mini.waitText('应付');
    await mini.settle();
  }

  test.each(['weapp', 'alipay', 'tt'] as const)(
    '%s: a two-axis product is found, chosen, ordered, paid and shown',
    async (platform) => {
      const mini = await open(platform, cashier());
      await mini.waitText(TEAPOT);
      await mini.settle();
      const home = await mini.since({ setData: 0, launch: 0 });
      expect(await mini.problems()).toEqual([]);

      await walkToSubmit(mini);
      expect(await mini.problems()).toEqual([]);
      const beforeSubmit = await mini.mark();
      await mini.tap('提交订单');
      await mini.waitPage('orders/result/index');
      await mini.waitText('付好了');
      await mini.settle();
      const submit = await mini.since(beforeSubmit);
      await mini.tap('看订单');
      await mini.waitPage('orders/detail/index');
      await mini.waitText(TEAPOT);
      await mini.settle();

      expect(await mini.problems()).toEqual([]);
      expect(await booksOf(shop)).toEqual({
        orders: [{ state: 'paid', total_fen: 15900, platform, visits: 1, address: expect.any(String) }],
        payments: [{ state: 'paid', amount_fen: 15900 }],
        teapot: { on_hand: 11, reserved: 0 },
      });
      await expectCalls(mini, platform);
      expect(home.calls).toBeLessThanOrEqual(SET_DATA_FIGURES.home.calls);
      expect(home.bytes).toBeLessThanOrEqual(SET_DATA_FIGURES.home.bytes);
      expect(submit.calls).toBeLessThanOrEqual(SET_DATA_FIGURES.submit.calls);
      expect(submit.bytes).toBeLessThanOrEqual(SET_DATA_FIGURES.submit.bytes);
    },
    90_000,
  );

  /** The native calls and the requests that a purchase emits, each as often as it should be. */
  async function expectCalls(mini: Awaited<ReturnType<typeof open>>, platform: Platform) {
    const { login, address, pay } = NATIVE[platform];
    for (const api of [login, address, ...pay]) expect([api, (await mini.calls(api)).length]).toEqual([api, 1]);
    const sent = mini
      .requests()
      .map((request) => `${request.method} ${new URL(request.url).pathname.replace(/\d{6,}/g, ':id')}`);
    const count = (name: string) => sent.filter((one) => one === name).length;
    expect({
      session: count('POST /api/sessions'),
      add: count('POST /api/cart/items'),
      address: count('POST /api/addresses'),
      order: count('POST /api/orders'),
      payment: count('POST /api/orders/:id/payments'),
    }).toEqual({ session: 1, add: 1, address: 1, order: 1, payment: 1 });
  }

  test.each(['weapp', 'alipay', 'tt'] as const)(
    '%s: leaving the cashier keeps the order, and paying later works',
    async (platform) => {
      const mini = await open(platform, { ...cashier(), requestPayment: 'cancel' });
      await walkToSubmit(mini);
      await mini.tap('提交订单');
      await mini.waitPage('orders/detail/index');
      await mini.settle();
      expect((await booksOf(shop)).orders).toMatchObject([{ state: 'unpaid' }]);
      mini.script(cashier() as never);
      await mini.tap('去付款');
      await mini.waitPage('orders/result/index');
      await mini.waitText('付好了');
      expect(await booksOf(shop)).toMatchObject({ orders: [{ state: 'paid' }], payments: [{ state: 'paid' }] });
      expect(await mini.problems()).toEqual([]);
    },
    90_000,
  );
});
