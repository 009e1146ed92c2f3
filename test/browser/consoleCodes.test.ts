import { readFile } from 'node:fs/promises';
import { unzip } from '../../server/src/platform/alipayZip';
import { askAs, openSession } from '../support/caller';
import { consoleShop, type ConsoleShop } from '../support/consoleShop';
import { merchantOf } from '../support/merchant';
import { deskOf } from './desk';
import { withBrowser } from './h5';
import { shopperOf } from './shopper';

let shop: ConsoleShop;
beforeAll(async () => {
  shop = await consoleShop();
  const merchant = await merchantOf(shop);
  await merchant.shelve({ title: '狼毫笔', priceFen: 4200 });
  await merchant.shelve({ title: '松烟墨', priceFen: 6800 });
  const place = { lat: 30.25, lng: 120.16, opensAt: '09:00', closesAt: '21:00' };
  const { id } = await merchant.openStore({ name: '湖滨店', ...place });
  for (const name of ['沈知夏', '乔可']) {
    const { id: invitationId, token } = await merchant.inviteGuide(id, name);
    const person = askAs(shop.url, (await openSession(shop.url)).token);
    await person('POST', `/api/staff-invitations/${token}/requests`, { name });
    await merchant.approveGuide(invitationId);
  }
}, 120_000);
afterAll(() => shop.close());

withBrowser('codes at the console', (open) => {
  test('a batch is made for two guides, printed, downloaded and found; one that is revoked says so to whoever scans it', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { page, go, press, reads } = desk;
    await go('/codes');
    await reads('还没有码');
    await press('成批建码');
    const dialog = page.locator('.ant-modal', { hasText: '一个也不建' });
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
    await reads('选几件商品，或者勾上首页');
    await press('选商品');
    for (const name of ['狼毫笔', '松烟墨']) await page.getByRole('row', { name }).getByRole('checkbox').check();
    await press(/使\s?用/);
    await dialog.getByLabel('门店').click();
    await page.locator('.ant-select-item').getByText('湖滨店').click();
    await dialog.getByLabel('导购').click();
    for (const name of ['沈知夏', '乔可']) await page.locator('.ant-select-item').getByText(name).last().click();
    await reads('2 个去处 × 2 位导购 = 4 个码');
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
    await reads('4 个码建好了');

    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press(name)]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    await page.getByLabel('支付宝').check();
    await page.getByLabel('微信').uncheck();
    const sheet = await saved('下载 PDF');
    expect(sheet.name).toMatch(/^货架标签-支付宝-.+\.pdf$/);
    expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await reads('下载好了');
    await page.getByLabel('网页').check();
    const pictures = await saved('下载码图');
    const files = await unzip(pictures.bytes, 1_000_000);
    expect(files).toHaveLength(8);
    for (const file of files) expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect(pictures.bytes.toString()).toContain('狼毫笔 · 乔可 · 湖滨店-网页-');
    await page.locator('.ant-modal-close').filter({ visible: true }).click();

    await page.getByLabel('名字、去处、活动或码').fill('松烟墨 沈知夏');
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: '松烟墨 · 沈知夏 · 湖滨店' });
    await page
      .getByRole('row', { name: /狼毫笔/ })
      .first()
      .waitFor({ state: 'detached' });
    await row.getByRole('checkbox').check();
    await page
      .locator('.bulk')
      .getByRole('button', { name: /作\s?废/ })
      .click();
    await reads('扫的人会看到“这个码停用了”');
    await page
      .locator('.ant-modal-confirm')
      .getByRole('button', { name: /作\s?废/ })
      .click();
    await row.getByText('已作废').waitFor();
    expect(await page.locator('.bulk').count()).toBe(0);

    const [code] = await shop.rows<{ token: string }>(`select token from short_codes where state = 'revoked'`);
    await shopper.page.goto('about:blank');
    await shopper.page.goto(`${shop.url}/s/${code!.token}`);
    await shopper.reads('这个码停用了');
    await desk.close();
  }, 240_000);
});
