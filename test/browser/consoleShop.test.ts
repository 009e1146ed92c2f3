import { consoleShop, type ConsoleShop } from '../support/consoleShop';
import { plainPicture } from '../support/smallShop';
import { deskOf } from './desk';
import { withBrowser } from './h5';

let shop: ConsoleShop;
beforeAll(async () => {
  shop = await consoleShop();
}, 120_000);
afterAll(() => shop.close());

withBrowser('the shop’s own pages of the console', (open) => {
  const sit = async () => deskOf(await open(shop.url), shop);

  test('an employee is added, signs in, is disabled and is out at once; the log tells all of it in words', async () => {
    const desk = await sit();
    const { page, go, fill, press, reads } = desk;
    await go('/employees');
    await press('添加员工');
    await fill('姓名', '乔可');
    await fill('账号', 'qiaoke');
    await fill('密码', 'a long password');
    await fill('再填一遍', 'a long password');
    await page.locator('.ant-modal-footer').getByRole('button', { name: /添加/ }).click();
    await page.getByRole('row', { name: /qiaoke/ }).waitFor();

    const other = await deskOf(await open(shop.url), shop, 'qiaoke');
    await page
      .getByRole('row', { name: /qiaoke/ })
      .getByRole('button', { name: '停用' })
      .click();
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '停用' }).click();
    await reads('已停用');
    await other.go('/orders');
    await other.page.getByRole('heading', { name: '登录后台' }).waitFor();
    await other.close();

    await go('/audit');
    await reads('停用或恢复员工', '新增员工', /^在用$/, /^已停用$/);
    await desk.close();
  }, 180_000);

  test('a category gets a picture of the library and another place by the keys alone', async () => {
    const desk = await sit();
    const { page, go, fill, press, reads } = desk;
    await go('/categories');
    await press('新建分类');
    await fill('名称', '时令');
    await fill('链接名', 'season');
    await press('选图片');
    await page.locator('.ant-modal input[type=file]').setInputFiles({
      name: '柿子.jpg',
      mimeType: 'image/jpeg',
      buffer: await plainPicture(320, 320, 20),
    });
    await page.locator('.picture[aria-pressed=true]').waitFor();
    await press(/^使用$/);
    await page.locator('.ant-modal-footer').getByRole('button', { name: /新建/ }).click();
    await reads('season');
    const names = () => page.locator('.category-row:not(.below) .two-a').allInnerTexts();
    const before = await names();
    expect(before.at(-1)).toBe('时令');

    await page.getByRole('button', { name: '移动时令' }).focus();
    await page.keyboard.press('Space');
    await page.getByText(/^拿起时令/).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.getByText(/^到第 \d+ 个$/).waitFor({ state: 'attached' });
    const ordered = page.waitForResponse((response) => response.url().endsWith('/admin/categories/order'));
    await page.keyboard.press('Space');
    expect((await ordered).status()).toBe(200);
    await page.reload();
    await reads('season');
    expect((await names()).indexOf('时令')).toBe(before.length - 2);
    const [season] = await shop.rows<{ image_url: string }>("select image_url from categories where slug = 'season'");
    expect(season?.image_url).toMatch(/^\/assets\//);
    await desk.close();
  }, 180_000);

  test('the words, a store and the promises that are set here are what shoppers are told', async () => {
    const desk = await sit();
    const { page, go, fill, press, reads } = desk;
    const ask = async (path: string) => JSON.stringify(await (await fetch(`${shop.url}${path}`)).json());
    await go('/hot-words');
    await press('添加一个词');
    await fill('第 1 个词', '霜降柿饼');
    await press(/^保存$/);
    await reads('改好了，顾客马上看得到');
    expect(await ask('/api/search/hot')).toContain('霜降柿饼');

    await go('/stores');
    await press('新建门店');
    await fill('店名', '武康路店');
    await fill('电话', '021-54031234');
    await page.getByLabel('地区').click();
    for (const place of ['上海市', '上海市', '徐汇区']) {
      await page.locator('.ant-cascader-menu').last().getByText(place, { exact: true }).click();
    }
    await fill('详细地址', '武康路 378 号');
    await fill('纬度', '31.2106');
    await fill('经度', '121.4381');
    await page.locator('.ant-modal-footer').getByRole('button', { name: /新建/ }).click();
    await page.getByRole('row', { name: /武康路店/ }).waitFor();
    expect(await ask('/api/stores')).toContain('徐汇区');

    await go('/settings');
    await press('添加一条');
    await fill('承诺的名称', '坏果包赔');
    await fill('承诺的说明', '到手有坏的，拍照就赔。');
    await press(/^保存$/);
    await reads('改好了，顾客马上看得到');
    expect(await ask('/api/shop/terms')).toContain('坏果包赔');
    await desk.close();
  }, 180_000);
});
