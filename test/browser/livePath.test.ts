import type { BrowserContext } from 'playwright-core';
import { askAs } from '../support/caller';
import { liveShop, type LiveShop } from '../support/liveShop';
import { merchantOf } from '../support/merchant';
import { booksOf, TEAPOT } from '../support/smallShop';
import { withBrowser, type Phone } from './h5';
import { HOME } from './shopper';

const NUMBER = '13812345678';

let shop: LiveShop;
beforeEach(async () => {
  shop = await liveShop();
}, 60_000);
afterEach(() => shop.close());

/** WeChat's page for paying in a browser: the payer leaves, or pays and is brought back. */
async function playCashier(context: BrowserContext): Promise<{ plan: ('leave' | 'pay')[] }> {
  const plan: ('leave' | 'pay')[] = [];
  await context.route('https://wx.tenpay.com/**', async (route) => {
    const tradeNo = new URL(route.request().url()).searchParams.get('prepay_id')!;
    if (plan.shift() === 'pay') {
      shop.wechat.pay(tradeNo);
      await shop.wechat.notify({ tradeNo });
    }
    await route.fulfill({ contentType: 'text/html', body: '<title>cashier</title>' });
  });
  return { plan };
}

withBrowser('the H5 page before WeChat Pay', (open) => {
  const seen = (page: Phone['page'], text: string) => page.getByText(text, { exact: true }).filter({ visible: true });

  /** To the cashier's page and back. */
  async function visitCashier({ page }: Phone, button: string) {
    await seen(page, button).last().tap();
    await page.waitForURL(/wx\.tenpay\.com/);
    await page.goBack();
  }

  test('a phone verified by SMS, a left cashier, a payment and its refund', async () => {
    const phone = await open(shop.url);
    const { page } = phone;
    page.setDefaultTimeout(30_000);
    const cashier = await playCashier(phone.context);
    await seen(page, '我的').last().tap();
    await seen(page, '手机号').tap();
    await page.locator('input[placeholder="手机号"]').fill(NUMBER);
    await seen(page, '我看过并同意').tap();
    await seen(page, '获取验证码').tap();
    await page.getByText('验证码已发出，5 分钟内有效').waitFor();
    await page.locator('input[placeholder="6 位验证码"]').fill(shop.codes.get(NUMBER)!);
    await seen(page, '验证').tap();
    await seen(page, '138****5678').first().waitFor();

    const kept = await page.evaluate(() => localStorage.getItem('jishi.session'));
    await askAs(shop.url, (JSON.parse(kept!) as { token: string }).token)('POST', '/api/addresses', HOME);
    await page.goto(shop.url);
    await seen(page, TEAPOT).first().tap();
    await seen(page, '立即购买').tap();
    await seen(page, '柿红').tap();
    await seen(page, '180ml').tap();
    await seen(page, '已选 柿红 / 180ml').waitFor();
    await seen(page, '立即购买').first().tap();
    await seen(page, '提交订单').waitFor();
    cashier.plan.push('leave', 'pay');
    await visitCashier(phone, '提交订单');
    expect(await booksOf(shop)).toMatchObject({ orders: [{ state: 'unpaid' }], payments: [{ state: 'paying' }] });

    const [order] = await shop.rows<{ id: string }>('select order_id as id from orders');
    await page.goto(`${shop.url}/#/orders/detail/index?id=${order!.id}`);
    await visitCashier(phone, '去付款');
    await page.getByText('付好了，谢谢惠顾').waitFor();
    await seen(page, '看订单').tap();
    await seen(page, '申请退款').tap();
    await seen(page, '请选择').tap();
    await seen(page, '不想要了').tap();
    await seen(page, '提交申请').tap();
    await seen(page, '等店家答复').waitFor();
    const [request] = await shop.rows<{ id: string }>('select aftersale_id as id from aftersales');
    await (await merchantOf(shop)).approveAftersale(request!.id, '');
    for (let round = 0; round < 4; round++) {
      await shop.runJobs();
      shop.advance(10 * 60_000);
    }
    expect(shop.wechat.books().refunds).toMatchObject([{ fen: 15900, state: 'SUCCESS' }]);
    expect(await booksOf(shop)).toMatchObject({
      orders: [{ state: 'closed', platform: 'h5' }],
      payments: [{ state: 'refunded' }],
      teapot: { on_hand: 12, reserved: 0 },
    });
    expect(await phone.problems()).toEqual([]);
  }, 180_000);
});
