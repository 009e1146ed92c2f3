import type { Locator } from 'playwright-core';
import { FAULTS } from '../support/faults';
import { makeRegular, type Regular } from '../support/regular';
import { everyFew } from '../support/runs';
import { smallShop, TEAPOT, type SmallShop } from '../support/smallShop';
import { enterWith, seen } from './badNetwork';
import { withBrowser } from './h5';

let shop: SmallShop;
let regular: Regular;
beforeEach(async () => {
  shop = await smallShop();
  regular = await makeRegular(shop, TEAPOT);
}, 60_000);
afterEach(() => shop.close());

const DOWN = '网络不可用，连上后会自动恢复';
/** `offline` in every run, the others in turns. */
const hard = [
  'offline' as const,
  ...everyFew(
    3,
    FAULTS.filter((fault) => fault !== 'slow' && fault !== 'offline'),
  ),
];

withBrowser('a page in use when the network goes bad', (open) => {
  const enter = (path: string) => enterWith(open, shop.url, regular, path);
  const orders = () => shop.rows<{ state: string }>('select state from orders order by order_id');
  const inCart = async () =>
    (await shop.rows<{ n: string }>('select coalesce(sum(quantity), 0) as n from cart_items')).map(({ n }) =>
      Number(n),
    );

  /** Two presses with nothing in between, faster than any finger. */
  const twice = (button: Locator) =>
    button.evaluate((node) => {
      (node as HTMLElement).click();
      (node as HTMLElement).click();
    });

  test('tabs keep what they showed, a line says why, and it goes when the network is back', async () => {
    const { page, net, crashes } = await enter('pages/home/index');
    const tab = (name: string) => page.locator('.weui-tabbar__item', { hasText: name });
    for (const name of ['分类', '购物袋', '我的', '首页']) await tab(name).tap();
    await seen(page, TEAPOT).waitFor();
    await net.set('offline');
    await page.clock.fastForward(120_000);
    await seen(page, DOWN).waitFor();
    for (const [name, sign] of [
      ['分类', '茶与咖啡'],
      ['购物袋', TEAPOT],
      ['我的', TEAPOT],
      ['首页', TEAPOT],
    ] as const) {
      await tab(name).tap();
      await seen(page, sign).waitFor();
      await seen(page, DOWN).waitFor();
    }
    await net.set(null);
    await seen(page, '已恢复连接').waitFor();
    await page.clock.fastForward(5_000);
    await page.waitForFunction(() => !document.body.innerText.includes('已恢复连接'));
    expect(crashes).toEqual([]);
  }, 120_000);

  test.each(hard)(
    'under the fault "%s" changes are refused aloud, lose nothing, and work afterwards',
    async (fault) => {
      const { page, net, crashes } = await enter(`mall/product/index?id=${regular.productId}`);
      /** A toast, whatever it says: in Chinese, and no code. */
      const toast = async () => {
        const box = page.locator('.jd-toast');
        await box.waitFor();
        expect(await box.innerText()).toMatch(/^[\u4e00-\u9fa5，。]{6,}$/);
        await page.clock.fastForward(4_000);
        await box.waitFor({ state: 'hidden' });
      };
      // the heart turns back
      await page.getByRole('button', { name: '取消收藏' }).waitFor();
      await net.set(fault);
      await page.getByRole('button', { name: '取消收藏' }).tap();
      await toast();
      await page.getByRole('button', { name: '取消收藏' }).waitFor();
      // the sheet keeps what was chosen
      await seen(page, '加入购物袋').tap();
      await seen(page, '柿红').tap();
      await seen(page, '180ml').tap();
      await seen(page, '已选 柿红 / 180ml').waitFor();
      await seen(page, '加入购物袋').tap();
      await toast();
      await seen(page, '已选 柿红 / 180ml').waitFor();
      expect(await inCart()).toEqual([1]);
      await net.set(null);
      await seen(page, '加入购物袋').tap();
      await seen(page, '放进购物袋了').waitFor();
      expect(await inCart()).toEqual([2]);
      // the order is sent once, however often it is tried
      await page.goto('about:blank');
      await page.goto(`${shop.url}/#/orders/checkout/index?items=${regular.skuId}:1`);
      await seen(page, '提交订单').waitFor();
      await page.clock.fastForward(4_000);
      await net.set(fault);
      await twice(seen(page, '提交订单'));
      await toast();
      await seen(page, '刚才的提交还没有回音，再提交一次，不会重复').waitFor();
      await net.set(null);
      await twice(seen(page, '再提交一次'));
      await page.getByText('确认支付').last().waitFor();
      expect(await orders()).toHaveLength(4);
      expect(crashes).toEqual([]);
    },
    120_000,
  );

  test('on a slow network two presses are sent as one: heart, cart, cancel', async () => {
    const { page, net, crashes } = await enter(`mall/product/index?id=${regular.productId}`);
    const count = (name: RegExp) => net.sent.filter((one) => name.test(one)).length;
    const heart = page.getByRole('button', { name: '取消收藏' });
    await heart.waitFor();
    await net.set('slow');
    await twice(heart);
    await page.getByRole('button', { name: '收藏', exact: true }).waitFor();
    await seen(page, '加入购物袋').tap();
    await seen(page, '柿红').tap();
    await seen(page, '180ml').tap();
    await seen(page, '已选 柿红 / 180ml').waitFor();
    await twice(seen(page, '加入购物袋'));
    await seen(page, '放进购物袋了').waitFor();
    expect(await inCart()).toEqual([2]);
    expect(count(/^(PUT|DELETE) .*favourites/)).toBe(1);
    expect(count(/^POST .*cart\/items/)).toBe(1);

    await page.goto('about:blank');
    await page.goto(`${shop.url}/#/orders/detail/index?id=${regular.unpaidOrderId}`);
    await seen(page, '取消订单').tap();
    await twice(page.getByText('不想要了').last());
    await seen(page, '订单已取消').waitFor();
    expect(count(/^POST .*cancel/)).toBe(1);
    expect(crashes).toEqual([]);
  }, 120_000);
});
