import { smallShop, TEAPOT, type SmallShop } from '../support/smallShop';
import { withBrowser } from './h5';
import { shopperOf } from './shopper';

let shop: SmallShop;
beforeAll(async () => {
  shop = await smallShop();
}, 120_000);
afterAll(() => shop.close());

withBrowser('going back on the H5 page', (open) => {
  test('back before the new page has slid in is the page that was there, and it stays', async () => {
    const shopper = await shopperOf(open, shop);
    const { page, enter, reads, tap } = shopper;
    await page.clock.install();
    await enter();
    await reads(TEAPOT, '首页');
    await page.clock.pauseAt(Date.now() + 60_000);
    await tap(TEAPOT);
    await page.waitForURL(/mall\/product/);
    // the page is there, and none of its time has passed
    await page.clock.runFor(50);
    await page.evaluate(() => history.back());
    await page.waitForURL(/pages\/home/);
    for (let passed = 0; passed < 5; passed++) await page.clock.runFor(400);
    await reads(TEAPOT, '首页');
    await tap(TEAPOT);
    await page.waitForURL(/mall\/product/);
    for (let passed = 0; passed < 5; passed++) await page.clock.runFor(400);
    await reads('加入购物袋');
    expect(await shopper.faults()).toEqual([]);
  }, 120_000);

  test.each(['light', 'dark'] as const)(
    'behind a page that slides in is the ground of the shop, when it is %s',
    async (colorScheme) => {
      const { page, enter, reads } = await shopperOf(open, shop);
      await page.emulateMedia({ colorScheme });
      await enter();
      await reads(TEAPOT);
      const groundOf = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((node) => getComputedStyle(node).backgroundColor);
      expect(await groundOf('.taro_router')).toBe(await groundOf('.taro_router > .taro_page'));
    },
    60_000,
  );
});
