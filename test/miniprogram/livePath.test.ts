import path from 'node:path';
import { merchantOf } from '../support/merchant';
import { liveShop, type LiveShop } from '../support/liveShop';
import { booksOf, TEAPOT } from '../support/smallShop';
import type { Platform } from './engine/protocol';
import { withChrome } from './minis';
import { people, type Person } from './superApps';
import { askBack, buyNow, verifyPhone } from './walks';

const DIST = path.resolve(__dirname, '../../dist');
/** Where the packages believe their backend to be. */
const BUILT_FOR = 'http://localhost:3000';

let shop: LiveShop;
afterEach(() => shop.close());

withChrome('the built packages before the super-apps', (start) => {
  async function open(platform: Platform, person: Person) {
    const { appId, script } = person;
    const origins = { [BUILT_FOR]: shop.url };
    const mini = await start(path.join(DIST, platform), { appId, origins, script }, platform);
    await mini.waitText(TEAPOT);
    await mini.settle();
    return mini;
  }
  type Mini = Awaited<ReturnType<typeof open>>;

  /** Home → product → SKU → checkout, up to the submitting tap. */
  async function walkToSubmit(mini: Mini) {
    await mini.tap(TEAPOT);
    await mini.waitPage('mall/product/index');
    await buyNow(mini);
  }

  /** From the paid order's page to the money's way back. */
  async function takeBack(mini: Mini) {
    await askBack(mini);
    const [request] = await shop.rows<{ id: string }>('select aftersale_id as id from aftersales');
    await (await merchantOf(shop)).approveAftersale(request!.id, '');
    // the platform is asked again until it says that the money is back
    for (let round = 0; round < 4; round++) {
      await shop.runJobs();
      shop.advance(10 * 60_000);
    }
  }

  test.each([
    ['weapp', {}],
    ['alipay', {}],
    ['tt', { TT_GOODS: 'trade' }],
  ] as const)(
    '%s: a verified phone, a left cashier, a payment and its refund on the real road of the platform',
    async (platform, env) => {
      shop = await liveShop(env);
      const person = people[platform](shop);
      const mini = await open(platform, person);
      await verifyPhone(mini);
      await mini.tapTab('首页');
      await mini.waitText(TEAPOT);
      await mini.settle();
      await walkToSubmit(mini);
      mini.script({ requestPayment: 'cancel' });
      await mini.tap('提交订单');
      await mini.waitPage('orders/detail/index');
      await mini.settle();
      expect(await booksOf(shop)).toMatchObject({ orders: [{ state: 'unpaid' }], payments: [{ state: 'paying' }] });

      mini.script(person.script);
      await mini.tap('去付款');
      await mini.waitPage('orders/result/index');
      await mini.waitText('付好了');
      expect(await booksOf(shop)).toMatchObject({
        orders: [{ state: 'paid', total_fen: 15900, platform }],
        payments: [{ state: 'paid', amount_fen: 15900 }],
      });

      await mini.tap('看订单');
      await mini.waitPage('orders/detail/index');
      await mini.settle();
      await takeBack(mini);
      expect(person.refunded()).toEqual([15900]);
      expect(await booksOf(shop)).toMatchObject({
        orders: [{ state: 'closed' }],
        payments: [{ state: 'refunded' }],
        teapot: { on_hand: 12, reserved: 0 },
      });
      expect(await mini.problems()).toEqual([]);
    },
    120_000,
  );

  test('tt: physical goods are handed over to the Douyin shop, whose word pays the order', async () => {
    shop = await liveShop();
    const person = people.tt(shop);
    const [sku] = await shop.rows<{ id: string }>(
      `select sku_id as id from skus where option_values = array['柿红', '180ml']`,
    );
    await (await merchantOf(shop)).sellOnDouyin(sku!.id, { shopProductId: '3600001', shopSkuId: '1700001' });
    const mini = await open('tt', person);
    await walkToSubmit(mini);
    await mini.tap('提交订单');
    await mini.waitPage('orders/result/index');
    await mini.waitText('付好了');
    expect(await booksOf(shop)).toMatchObject({
      orders: [{ state: 'paid', total_fen: 15900, platform: 'tt' }],
      payments: [{ state: 'paid', amount_fen: 15900 }],
    });
    const opened = await mini.calls('requirePlugin');
    expect(opened).toHaveLength(1);
    expect(await mini.calls('requestOrder')).toEqual([]);
    expect(await mini.problems()).toEqual([]);
  }, 120_000);
});
