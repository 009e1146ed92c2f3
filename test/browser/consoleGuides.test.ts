import { askAs, openSession } from '../support/caller';
import { consoleShop, type ConsoleShop } from '../support/consoleShop';
import { merchantOf, type Goods } from '../support/merchant';
import { deskOf } from './desk';
import { withBrowser } from './h5';
import { placed, shopperOf } from './shopper';

let shop: ConsoleShop;
let brush: Goods;
beforeAll(async () => {
  shop = await consoleShop();
  brush = await (await merchantOf(shop)).shelve({ title: '狼毫笔', priceFen: 4200, stock: 30 });
}, 120_000);
afterAll(() => shop.close());

const rest = async () => {
  while ((await shop.runJobs()) > 0);
};

withBrowser('guides at the console', (open) => {
  test('a guide is invited and approved; what their code brought is counted, explained and handed over', async () => {
    const shopper = await shopperOf(open, shop);
    const desk = await deskOf(shopper, shop);
    const { page, go, press, fill, reads } = desk;
    await go('/stores');
    await press('新建门店');
    await fill('店名', '湖滨店');
    await fill('电话', '0571-88886666');
    await page.getByLabel('地区').click();
    for (const place of ['浙江省', '杭州市', '上城区']) {
      await page.locator('.ant-cascader-menu').last().getByText(place, { exact: true }).click();
    }
    await fill('详细地址', '湖滨路 1 号');
    await fill('纬度', '30.25');
    await fill('经度', '120.16');
    await page.locator('.ant-modal-footer').getByRole('button', { name: /新建/ }).click();
    await page.getByRole('row', { name: /湖滨店/ }).waitFor();
    const [store] = await shop.rows<{ id: string }>(`select store_id as id from stores where name = '湖滨店'`);

    const join = async (name: string) => {
      await go('/guides?tab=invitations');
      await press('邀请导购');
      await fill('邀请谁', name);
      await page.locator('.ant-modal').getByLabel('在哪家店').click();
      await page.locator('.ant-select-item').getByText('湖滨店').click();
      await press('生成邀请码');
      await reads('邀请码好了');
      const token = (await page.locator('.ant-modal h2').innerText()).trim();
      await press('好了');
      const ask = askAs(shop.url, (await openSession(shop.url)).token);
      await ask('POST', `/api/staff-invitations/${token}/requests`, { name });
      await page.reload();
      await page.getByRole('row', { name }).getByRole('button', { name: '同意', exact: true }).click();
      await page
        .locator('.ant-modal-confirm')
        .getByRole('button', { name: /同\s?意/ })
        .click();
      await page.getByRole('row', { name }).getByText('已经加入').waitFor();
      return ask;
    };
    const guide = await join('沈知夏');
    await join('乔可');

    const target = { kind: 'product', id: brush.productId };
    const { token } = await guide('POST', '/api/staff/codes', { target, storeId: store!.id });
    await shopper.ask('POST', `/api/codes/${token}/scans`);
    const orderId = await placed(shopper, [brush], true);
    await rest();

    await go('/guides');
    await page
      .getByRole('row', { name: /沈知夏/ })
      .getByText('1', { exact: true })
      .first()
      .waitFor();
    await go(`/orders?order=${orderId}`);
    await reads('算谁的', '最后一次扫码');
    await press(/看经过/);
    await reads('这一单算它');

    await go('/guides?tab=rules');
    await fill('提成参考', '50');
    await press(/保\s?存/);
    await reads('改好了，从现在起算');

    await go('/guides?tab=people');
    await page
      .getByRole('row', { name: /沈知夏/ })
      .getByRole('button', { name: '移交顾客' })
      .click();
    await page.locator('.ant-modal').getByLabel('交给谁').click();
    await page.locator('.ant-select-item').getByText(/乔可/).click();
    await page
      .locator('.ant-modal-footer')
      .getByRole('button', { name: /移\s?交/ })
      .click();
    await reads('交过去了');
    await page.getByRole('row', { name: /乔可/ }).getByRole('button', { name: '移交顾客' }).waitFor();
    await desk.close();
  }, 180_000);
});
