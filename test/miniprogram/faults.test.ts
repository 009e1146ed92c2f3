import fs from 'node:fs';
import path from 'node:path';
import { smallShop, TEAPOT, type SmallShop } from '../support/smallShop';
import { withChrome } from './minis';

const DIST = path.resolve(__dirname, '../../dist/weapp');
const BUILT_FOR = 'http://localhost:3000';
const DOWN = '网络不可用，连上后会自动恢复';
const AWAY = { offline: true };

let shop: SmallShop;
beforeEach(async () => {
  shop = await smallShop({ FAKE_CASHIER: 'native' });
}, 60_000);
afterEach(() => shop.close());

withChrome('the WeChat package on a bad network', (start) => {
  const open = (network = {}) => {
    if (!fs.existsSync(DIST)) throw new Error('dist/weapp is not built: run npm run build:weapp');
    const origins = { [BUILT_FOR]: shop.url };
    return start(DIST, {
      origins,
      network,
      timeout: 15_000,
      script: { chooseAddress: 'ok', requestPayment: 'cancel' } as never,
    });
  };
  type Mini = Awaited<ReturnType<typeof open>>;

  /** From the product to the checkout of one teapot. */
  async function walkToSubmit(mini: Mini) {
    await mini.tap(TEAPOT);
    await mini.waitPage('mall/product/index');
    await mini.waitText('加入购物袋');
    await mini.settle();
    await mini.tap('加入购物袋');
    await mini.tap('柿红');
    await mini.tap('180ml');
    await mini.waitText('已选 柿红 / 180ml');
    await mini.tap('加入购物袋', { nth: 0 });
    await mini.waitToast('放进购物袋了');
    await mini.back();
    await mini.tapTab('购物袋');
    await mini.waitText('结算 (1)');
    await mini.settle();
    await mini.tap('结算 (1)');
    await mini.waitPage('orders/checkout/index');
    await mini.tap('选择收货地址');
    await mini.waitText('应付');
    await mini.settle();
  }

  test('opened without a network every main page says so, and fills itself when the network is there', async () => {
    const mini = await open(AWAY);
    await mini.waitText('再试一次');
    await mini.waitText(DOWN);
    mini.network({});
    await mini.waitText(TEAPOT);
    await mini.waitText('已恢复连接');
    await mini.settle();

    for (const [tab, page, sign] of [
      ['分类', 'pages/category/index', '茶与咖啡'],
      ['购物袋', 'pages/cart/index', '篮子还空着'],
      ['我的', 'pages/me/index', TEAPOT],
    ] as const) {
      await mini.tapTab(tab);
      await mini.waitPage(page);
      await mini.waitText(sign);
    }
  }, 90_000);

  test('what was shown stays without a network, a submit is refused aloud, and the next one makes one order', async () => {
    const mini = await open();
    await mini.waitText(TEAPOT);
    await mini.settle();
    await walkToSubmit(mini);
    mini.network(AWAY);
    await mini.tap('提交订单');
    await mini.waitToast('网络断开了，连上之后再试试');
    await mini.waitText('刚才的提交还没有回音，再提交一次，不会重复');
    await mini.waitText('应付');
    mini.network({});
    await mini.tap('再提交一次');
    await mini.waitPage('orders/detail/index');
    expect(await shop.rows('select state from orders')).toEqual([{ state: 'unpaid' }]);
  }, 90_000);

  test('pulling a page down asks again and lets go, with an answer or without', async () => {
    const mini = await open();
    await mini.waitText(TEAPOT);
    await mini.settle();
    const lists = () => mini.requests().filter(({ url }) => /\/api\/product(s|-sets)\b/.test(url)).length;
    const before = lists();
    await mini.pullDown();
    await mini.settle();
    expect(lists()).toBeGreaterThan(before);
    expect(await mini.calls('stopPullDownRefresh')).toHaveLength(1);
    mini.network(AWAY);
    await mini.pullDown();
    await mini.waitToast('网络断开了，连上之后再试试');
    expect(await mini.calls('stopPullDownRefresh')).toHaveLength(2);
    await mini.waitText(TEAPOT);
  }, 90_000);

  test('every third request lost and 100 ms of delay: the walk to the order gets there', async () => {
    const mini = await open();
    await mini.waitText(TEAPOT);
    await mini.settle();
    await mini.tap(TEAPOT);
    mini.network({ latencyMs: 100, failEvery: 3 });
    await mini.waitPage('mall/product/index');
    await mini.waitText('出汤利落，握着不烫手');
    await mini.back();
    for (const [tab, sign] of [
      ['分类', '茶与咖啡'],
      ['购物袋', '篮子还空着'],
      ['我的', '大家都在买'],
    ] as const) {
      await mini.tapTab(tab);
      await mini.waitText(sign);
    }
    await mini.tap('全部');
    await mini.waitPage('orders/list/index');
    await mini.waitText('还没有订单');
  }, 90_000);
});
