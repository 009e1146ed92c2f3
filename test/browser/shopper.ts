import type { Locator } from 'playwright-core';
import { askAs, openSession, type Ask } from '../support/caller';
import type { Goods } from '../support/merchant';
import type { SmallShop } from '../support/smallShop';
import type { Phone } from './h5';

export const HOME = {
  name: '林小满',
  phone: '13800006620',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 478 号',
};

/** A new person with a phone of their own. Whatever waits, waits as long as the phone's page does. */
export type Shopper = Awaited<ReturnType<typeof shopperOf>>;

export async function shopperOf(open: (url: string) => Promise<Phone>, { url }: SmallShop) {
  const session = await openSession(url);
  // an answer of the same origin that is no page, so that the session stands before the app does
  const phone = await open(`${url}/api/shop`);
  const { page } = phone;
  page.setDefaultTimeout(30_000);
  await page.evaluate((kept) => localStorage.setItem('jishi.session', kept), JSON.stringify(session));
  const ask: Ask = askAs(url, session.token);
  const seen = (text: string | RegExp): Locator => page.getByText(text, { exact: true }).filter({ visible: true });
  const at = (label: string | RegExp): Locator => page.getByLabel(label, { exact: true }).filter({ visible: true });
  const tap = (text: string) => seen(text).first().tap();
  return {
    ...phone,
    userId: session.userId,
    ask,
    seen,
    /** What is named for screen readers. */
    at,
    tap,
    /** The one below or above all others: tabs, and buttons of sheets. */
    tapLast: (text: string) => seen(text).last().tap(),
    /** Resolves once every one of the texts is in sight. */
    async reads(...texts: (string | RegExp)[]) {
      for (const text of texts) await seen(text).first().waitFor();
    },
    async readsNoMore(text: string | RegExp) {
      await seen(text).first().waitFor({ state: 'hidden' });
    },
    /** All words in sight, from top to bottom. */
    words: () => page.locator('.taro_page').filter({ visible: true }).last().innerText(),
    type: (placeholder: string, text: string) =>
      page
        .locator(`input[placeholder^="${placeholder}"], textarea[placeholder^="${placeholder}"]`)
        .filter({ visible: true })
        .last()
        .fill(text),
    /** To the shop's question. */
    answer: (text: string) => page.getByRole('button', { name: text, exact: true }).last().tap(),
    /** Opens the shop anew: by its name, or by the link of one page. */
    async enter(path = '') {
      await page.goto('about:blank');
      await page.goto(path ? `${url}/#/${path}` : url);
    },
    /** What went wrong on the phone; that the server refuses something is part of a story. */
    async faults() {
      const all = [...(await phone.problems()), ...(await phone.overflow())];
      return all.filter((fault) => !/status of 4\d\d/.test(fault));
    },
  };
}

/** From a product's link to the checkout. */
export async function buy({ enter, tap, reads, at, seen }: Shopper, { productId }: Goods, units = 1): Promise<void> {
  await enter(`mall/product/index?id=${productId}`);
  await tap('立即购买');
  await reads('数量');
  for (let unit = 1; unit < units; unit++) await at('加一件').first().tap();
  // the sheet's own button comes before the page's
  await seen('立即购买').first().tap();
  await reads('提交订单');
}

/** From the submitting button to the paid order's page, told what comes next. Answers the order's id. */
export async function submitAndPay(shopper: Shopper, next = '店家正在为你打包，发出后就能收到'): Promise<string> {
  await shopper.tap('提交订单');
  await shopper.answer('确认支付');
  await shopper.reads('付好了，谢谢惠顾', next);
  await shopper.tap('看订单');
  await shopper.reads('订单号');
  return orderOnPage(shopper);
}

/** The order whose page is open. */
export function orderOnPage({ page }: Shopper): string {
  return new URL(page.url()).hash.replace(/.*[?&]id=/, '');
}

/** A paid or unpaid order without the taps, for stories that are about what comes after. */
export async function placed({ ask }: Shopper, goods: Goods[], isPaid: boolean): Promise<string> {
  const address = await ask('POST', '/api/addresses', HOME);
  const wish = { items: goods.map(({ skuId }) => ({ skuId, quantity: 1 })), addressId: address.id };
  const { totalFen } = await ask('POST', '/api/quotes', wish);
  const { id } = await ask('POST', '/api/orders', { ...wish, expectedTotalFen: totalFen });
  if (!isPaid) return id;
  const { intent } = await ask('POST', `/api/orders/${id}/payments`, {});
  await ask('POST', `/fake/trades/${intent.tradeNo}`, { action: 'pay' });
  return id;
}
