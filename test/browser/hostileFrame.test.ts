import { DEFAULT_HOME } from '@jishi/contract/plain/defaultHome';
import { consoleShop, type ConsoleShop } from '../support/consoleShop';
import { hostileFrame } from '../support/hostileFrame';
import { publishHome } from '../support/publishHome';
import { deskOf } from './desk';
import { withBrowser } from './h5';

let shop: ConsoleShop;
beforeEach(async () => {
  shop = await consoleShop();
  await publishHome(shop.ctx, DEFAULT_HOME);
}, 120_000);
afterEach(() => shop.close());

withBrowser('the editor around a shop’s page that has been taken over', (open) => {
  test('hears nothing that is not so, is led nowhere, sends nothing for it, and goes on working', async () => {
    const desk = await deskOf(await open(`${shop.url}/api/shop`), shop, 'marketer');
    const { page, go } = desk;
    const bad: string[] = [];
    page.on('pageerror', ({ message }) => bad.push(`page error: ${message}`));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => bad.push(`dialog: ${dialog.message()}`)));
    page.context().on('page', (other) => bad.push(`opened: ${other.url()}`));
    const writes: string[] = [];
    page.on('request', (request) => {
      const isOurs = request.frame() === page.mainFrame() && request.method() !== 'GET';
      if (isOurs) writes.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await page.route(`${shop.url}/preview**`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: hostileFrame(shop.consoleUrl) }),
    );
    const noted = () => shop.rows('select action, target from audit_entries order by entry_id');

    await go('/layouts');
    await page.getByRole('link', { name: '首页' }).first().click();
    const editor = page.url();
    await page.locator('.bl-open', { hasText: '图文导航' }).click();
    const before = await noted();
    const frame = page.frameLocator('iframe[title="店铺预览"]');
    const report = frame.locator('#report');
    await frame.getByText('第一轮完', { exact: true }).waitFor();
    // a finger in the frame gives its page the powers that a person's touch gives
    await frame.locator('#trap').click();
    await frame.getByText('第二轮完', { exact: true }).waitFor();
    expect(await report.textContent()).toBe('');
    expect(page.url()).toBe(editor);
    await page.getByRole('region', { name: '图文导航' }).waitFor();
    expect(await page.evaluate(() => Object.keys(Object.prototype).length)).toBe(0);

    await page.locator('.bl-open', { hasText: '搜索框' }).click();
    await page.getByRole('region', { name: '搜索框' }).waitFor();
    expect(writes).toEqual(['POST /admin/layouts/1/previews']);
    expect(await noted()).toEqual(before);
    await page.getByRole('textbox', { name: '提示文字' }).fill('还能改');
    await page.getByText(/已保存 \d/).waitFor();
    expect(JSON.stringify(await shop.rows('select document from layout_drafts'))).toContain('还能改');
    expect(bad).toEqual([]);
    await desk.close();
  }, 180_000);
});
