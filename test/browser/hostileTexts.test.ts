import type { BrowserContext, Page } from 'playwright-core';
import { consoleShop, PASSWORD, type ConsoleShop } from '../support/consoleShop';
import { HOSTILE_HTML } from '../support/hostileFill';
import { hostileShop, type HostileShop } from '../support/hostileShop';
import { everyFew } from '../support/runs';
import { withBrowser } from './h5';

let shop: ConsoleShop;
let attack: HostileShop;
beforeAll(async () => {
  shop = await consoleShop();
  attack = await hostileShop(shop);
}, 120_000);
afterAll(() => shop.close());

/** What should never have come to be in a page. */
const TRACES = `() => [
  ...(window.pwned ? ['a script of a text ran'] : []),
  ...[...document.querySelectorAll('*')].flatMap((element) => [
    ...(element.tagName === 'SCRIPT' && element.textContent.includes('p()') ? ['a script'] : []),
    ...[...element.attributes]
      .filter(({ name, value }) => /^on/i.test(name) ||
        (/^(href|src|srcdoc|action|data|formaction)$/i.test(name) && /^javascript:p|evil\\.test|parent\\.p/i.test(value)))
      .map(({ name, value }) => element.tagName + ' ' + name + '=' + value),
  ]),
]`;

withBrowser('texts that would be programs', (open) => {
  /** A browser that stops nothing by itself: what keeps a text a text is then our pages alone. */
  async function bareContext(isPhone: boolean): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
    const { context: other } = await open(`${shop.url}/api/shop`);
    const viewport = isPhone ? { width: 375, height: 812 } : { width: 1440, height: 900 };
    const context = await other
      .browser()!
      .newContext({ viewport, bypassCSP: true, locale: 'zh-CN', hasTouch: isPhone });
    await context.addInitScript('window.p = () => { window.pwned = true; return ""; }');
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const faults: string[] = [];
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push('a dialog')));
    page.on('pageerror', ({ message }) => faults.push(`page error: ${message}`));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') faults.push(`asked ${request.url()}`);
    });
    return { context, page, faults };
  }
  const tracesIn = async (page: Page): Promise<string[]> =>
    (await Promise.all(page.frames().map((frame) => frame.evaluate(`(${TRACES})()`)))).flat() as string[];

  test('would be found where a page took them for HTML', async () => {
    const { context, page } = await bareContext(false);
    await page.goto(`${shop.url}/api/shop`);
    await page.evaluate((html) => (document.body.innerHTML = html), HOSTILE_HTML);
    await page.waitForFunction('window.pwned');
    expect((await tracesIn(page)).sort()).toEqual(
      expect.arrayContaining(['A href=javascript:p()', 'IMG onerror=p()', 'P onclick=p()', 'a script of a text ran']),
    );
    await context.close();
  });

  test('stand as words on the shop’s pages: every kind of block, products, categories and what an address says', async () => {
    const { context, page, faults } = await bareContext(true);
    const look = async (path: string, sign = /./) => {
      await page.goto('about:blank');
      await page.goto(`${shop.url}/#/${path}`);
      await page.getByText(sign).filter({ visible: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([path, await tracesIn(page), faults]).toEqual([path, [], []]);
    };
    for (const turn of [1, 2, 3, 4, 5, 6, 7]) {
      expect(await attack.publish(turn)).toEqual([]);
      await look(`mall/page/index?slug=evil-${turn}`, /onload=p|onerror=p|p\(\)/);
    }
    const word = encodeURIComponent('"><img src=x onerror=p()>');
    await look('pages/home/index', /onload=p|onerror=p|p\(\)/);
    await look('pages/category/index', /onload=p|onerror=p|p\(\)|<b/);
    await look(`mall/product/index?id=${attack.productId}`, /onload=p|onerror=p|p\(\)/);
    await look(`mall/list/index?q=${word}`);
    await look(`mall/list/index?tag=${word}&title=${word}`);
    await look(`mall/page/index?slug=${word}&preview=${word}`);
    await context.close();
  }, 240_000);

  test('stand as words in the console: its lists, its editor with every block, and the frame', async () => {
    const { context, page, faults } = await bareContext(false);
    const look = async (what: string) => expect([what, await tracesIn(page), faults]).toEqual([what, [], []]);
    await page.goto(shop.consoleUrl);
    await page.getByLabel('账号').fill('owner');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    const lists = ['products', 'categories', 'stores', 'employees', 'audit', 'hot-words', 'layouts', 'codes'];
    for (const path of [...lists, `products/${attack.productId}`]) {
      await page.goto(`${shop.consoleUrl}/${path}`);
      await page.waitForLoadState('networkidle');
      await page.getByRole('heading').first().waitFor();
      await look(path);
    }
    for (const turn of everyFew(7, [0, 1, 2, 3, 4, 5, 6])) {
      const kinds = await attack.draft(turn);
      await page.goto(`${shop.consoleUrl}/layouts/1`);
      await page.frameLocator('iframe[title="店铺预览"]').locator('[data-block]').first().waitFor();
      const lines = page.locator('.bl-open');
      expect(await lines.count()).toBe(kinds.length);
      for (const [index, kind] of kinds.entries()) {
        await lines.nth(index).click();
        for (const tab of ['样式', '显示条件', '内容']) await page.getByRole('tab', { name: tab }).click();
        await look(`${kind} of ${turn}`);
      }
    }
    await context.close();
  }, 240_000);
});
