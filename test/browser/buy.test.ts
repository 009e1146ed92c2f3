import type { Locator } from 'playwright-core';
import { booksOf, smallShop, TEAPOT, type SmallShop } from '../support/smallShop';
import { withBrowser, type Phone } from './h5';

let shop: SmallShop;
beforeEach(async () => {
  shop = await smallShop();
}, 60_000);
afterEach(() => shop.close());

withBrowser('the H5 page', (open) => {
  const seen = (page: Phone['page'], text: string) => page.getByText(text, { exact: true }).filter({ visible: true });

  /** By tapping alone, from home to the submitting button. */
  async function walkToSubmit({ page }: Phone) {
    await seen(page, TEAPOT).first().tap();
    await seen(page, '加入购物袋').tap();
    await seen(page, '柿红').tap();
    await seen(page, '180ml').tap();
    await seen(page, '已选 柿红 / 180ml').waitFor();
    // the sheet's own button comes before the page's
    await seen(page, '加入购物袋').first().tap();
    await seen(page, '放进购物袋了').waitFor();
    await page.goBack();
    await seen(page, '购物袋').last().tap();
    await seen(page, '结算 (1)').tap();
    await seen(page, '填入示例地址').tap();
    await seen(page, '提交订单').waitFor();
    await seen(page, '填入示例地址').waitFor({ state: 'hidden' });
  }

  test('a two-axis product is bought by tapping alone', async () => {
    const phone = await open(shop.url);
    const { page } = phone;
    await walkToSubmit(phone);
    await seen(page, '提交订单').tap();
    await page.getByText('确认支付').tap();
    await page.getByText('付好了，谢谢惠顾').waitFor();
    await seen(page, '看订单').tap();
    await seen(page, TEAPOT).last().waitFor();
    expect(await booksOf(shop)).toEqual({
      orders: [{ state: 'paid', total_fen: 15900, platform: 'h5', visits: 1, address: expect.any(String) }],
      payments: [{ state: 'paid', amount_fen: 15900 }],
      teapot: { on_hand: 11, reserved: 0 },
    });
    expect(await phone.problems()).toEqual([]);
    expect(await phone.overflow()).toEqual([]);
  }, 60_000);

  test('a combination that does not exist cannot be chosen, and one that is sold out cannot be bought', async () => {
    const { page } = await open(shop.url);
    await seen(page, TEAPOT).first().tap();
    await seen(page, '加入购物袋').tap();
    await seen(page, '杏白').tap();
    await expectOff(page, '240ml', true);
    await expectOff(page, '180ml', false);
    // sold out: chosen only to be told when it is back
    await page.getByRole('button', { name: /^竹青\s*缺货$/ }).tap();
    await seen(page, '180ml').tap();
    await seen(page, '缺货').last().waitFor();
    await seen(page, '到货提醒').first().waitFor();
    await seen(page, '柿红').tap();
    await seen(page, '180ml').tap();
    await expectOff(page, '240ml', false);
    await seen(page, '240ml').tap();
    await page.getByText('仅剩 3 件').waitFor();
  }, 60_000);

  async function expectOff(page: Phone['page'], value: string, isOff: boolean) {
    const chip = page.getByRole('button', { name: value }).filter({ visible: true });
    await expect(chip.getAttribute('aria-disabled')).resolves.toBe(String(isOff));
  }

  /** Two presses with nothing in between, faster than any finger. */
  const twice = (button: Locator) =>
    button.evaluate((node) => {
      (node as HTMLElement).click();
      (node as HTMLElement).click();
    });

  test('pressing submit and pay twice makes one order and one payment', async () => {
    const phone = await open(shop.url);
    const { page } = phone;
    await walkToSubmit(phone);
    await twice(seen(page, '提交订单'));
    await page.getByText('取消', { exact: true }).last().tap();
    await twice(seen(page, '去付款').last());
    await page.getByText('确认支付').last().tap();
    await page.getByText('付好了，谢谢惠顾').waitFor();
    expect(await booksOf(shop)).toMatchObject({ orders: [{ state: 'paid' }], payments: [{ state: 'paid' }] });
    expect(await phone.problems()).toEqual([]);
  }, 60_000);
});
