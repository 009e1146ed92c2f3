import path from 'node:path';
import type { Page } from 'playwright-core';
import { DEFAULT_HOME } from '@jishi/contract/plain/defaultHome';
import { open as openPackage } from '../miniprogram/engine/driver';
import type { MiniProgram } from '../miniprogram/engine/miniProgram';
import { consoleShop, type ConsoleShop } from '../support/consoleShop';
import { publishHome } from '../support/publishHome';
import { storyPictures } from '../support/storyPictures';
import { TEAPOT } from '../support/smallShop';
import { deskOf } from './desk';
import { withBrowser } from './h5';
import { shopperOf } from './shopper';

/** Where the package believes its backend to be. */
const BUILT_FOR = 'http://localhost:3000';
const OLD_TITLE = '上周的市集';
const NEW_TITLE = '霜降收柿';
const NEW_BLOCK = '编辑精选';

let shop: ConsoleShop;
let mini: MiniProgram | undefined;
beforeEach(async () => {
  shop = await consoleShop();
}, 120_000);
afterEach(async () => {
  await mini?.close();
  await shop.close();
});

/** The page as it was published last week. */
const lastWeek = () => ({
  ...DEFAULT_HOME,
  blocks: DEFAULT_HOME.blocks.map((block) =>
    block.kind === 'banner'
      ? { ...block, props: { ...block.props, items: block.props.items.map((item) => ({ ...item, title: OLD_TITLE })) } }
      : block,
  ),
});

/** The phone's browser goes behind another app, and comes back to the same page. */
async function awayAndBack(page: Page): Promise<void> {
  for (const state of ['hidden', 'visible']) {
    await page.evaluate((next) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: next });
      Object.defineProperty(document, 'hidden', { configurable: true, value: next === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, state);
  }
}

withBrowser('a marketer and the shop that is open meanwhile', (open) => {
  test('what is typed stands in the preview before it is saved, is shown once published at the next show of the H5 page and of the WeChat package, and is taken back by one press', async () => {
    const picture = storyPictures('marketer');
    await publishHome(shop.ctx, lastWeek());
    const shopper = await shopperOf(open, shop);
    await shopper.enter();
    await shopper.seen(OLD_TITLE).first().waitFor();
    await shopper.page.evaluate(() => Object.assign(window, { isTheSame: true }));
    const dist = path.resolve(__dirname, '../../dist/weapp');
    const browser = shopper.context.browser()!;
    mini = await openPackage(dist, 'weapp', { browser, origins: { [BUILT_FOR]: shop.url }, timeout: 30_000 });
    await mini.waitText(OLD_TITLE);
    await mini.waitText(TEAPOT);
    const phones = { h5: shopper.page, weapp: { screenshot: (to: { path: string }) => mini!.screenshot(to.path) } };
    await picture('before', phones);

    const desk = await deskOf(shopper, shop, 'marketer');
    const { page, press, reads, go } = desk;
    await go('/layouts');
    await page.getByRole('link', { name: '首页' }).first().click();
    const frame = page.frameLocator('iframe[title="店铺预览"]');
    await frame.locator('[data-block]').first().waitFor();
    // no save comes through while the preview is looked at
    let letSavesGo = () => {};
    const held = new Promise<void>((resolve) => (letSavesGo = resolve));
    await page.route('**/admin/layouts/*/draft', async (route) => {
      if (route.request().method() === 'PUT') await held;
      await route.continue();
    });
    await page.locator('.bl-open', { hasText: '轮播图' }).click();
    await page.locator('.item-open').first().click();
    const title = page.locator('.item-body').getByRole('textbox', { name: '标题', exact: true });
    await title.fill('');
    for (const [at, letter] of [...NEW_TITLE].entries()) {
      await title.pressSequentially(letter);
      await frame
        .getByText(NEW_TITLE.slice(0, at + 1), { exact: true })
        .first()
        .waitFor();
    }
    await page.getByRole('button', { name: '商品', exact: true }).click();
    await page.getByRole('textbox', { name: '标题', exact: true }).fill(NEW_BLOCK);
    await frame.getByText(NEW_BLOCK).first().waitFor();
    const drafts = await shop.rows<{ document: unknown }>('select document from layout_drafts');
    expect(JSON.stringify(drafts)).not.toContain(NEW_TITLE);
    await picture('typed', { console: page });
    letSavesGo();
    await page.getByText(/已保存 \d/).waitFor();

    await press('发布');
    await press('立即发布');
    await reads('已经上线，顾客下次打开就能看到');
    await picture('published', { console: page });
    await shopper.seen(OLD_TITLE).first().waitFor();
    await nextShow(NEW_TITLE);
    await shopper.seen(NEW_BLOCK).first().waitFor();
    await mini.waitText(NEW_BLOCK);
    await picture('shown', phones);

    await go('/layouts');
    await page.getByRole('button', { name: '首页：更多' }).click();
    await page.getByRole('menuitem', { name: '退回上一版' }).click();
    await press('退回');
    await reads('退回了，对所有人生效');
    await picture('rolled-back', { console: page });
    await nextShow(OLD_TITLE);
    expect(await shopper.page.getByText(NEW_TITLE).count()).toBe(0);
    expect(await mini.text()).not.toContain(NEW_TITLE);
    await picture('as-before', phones);

    expect(await shopper.page.evaluate(() => 'isTheSame' in window)).toBe(true);
    await mini.settle();
    expect(await mini.problems()).toEqual([]);
    expect(await shopper.faults()).toEqual([]);
    await desk.close();

    async function nextShow(text: string) {
      await awayAndBack(shopper.page);
      await shopper.seen(text).first().waitFor();
      await mini!.hide();
      await mini!.show();
      await mini!.waitText(text);
    }
  }, 240_000);
});
