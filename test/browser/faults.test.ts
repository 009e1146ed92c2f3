import type { Page } from 'playwright-core';
import { releaseCampaign } from '../support/campaign';
import { FAULTS, type Fault, type FaultyNetwork } from '../support/faults';
import { askAs } from '../support/caller';
import { hireGuide } from '../support/hireGuide';
import { makeRegular, type Regular } from '../support/regular';
import { everyFew } from '../support/runs';
import { smallShop, TEAPOT, type SmallShop } from '../support/smallShop';
import { enterWith, seen } from './badNetwork';
import { withBrowser } from './h5';

let shop: SmallShop;
let regular: Regular;
beforeAll(async () => {
  shop = await smallShop();
  regular = await makeRegular(shop, TEAPOT);
  const storeId = await hireGuide(shop.ctx, regular.session);
  const { token } = JSON.parse(regular.session) as { token: string };
  const target = { kind: 'product', id: regular.productId };
  await askAs(shop.url, token)('POST', '/api/staff/codes', { target, storeId });
  await releaseCampaign(shop.ctx, 'autumn', {
    contract: 1,
    page: 'campaign',
    title: '市集',
    blocks: [{ id: 'head', kind: 'heading', v: 1, props: { title: '秋日市集', link: { type: 'none' } } }],
  });
}, 60_000);
afterAll(() => shop.close());

interface Visit {
  path: string;
  /** Said by the whole page. */
  sign: string;
  /** Offered while the server cannot be reached; without one the page stands by itself. */
  retry?: string;
}

const PART = '再试一次';
const WHOLE = '重新加载';

function visits(): Visit[] {
  const { productId, skuId, unpaidOrderId, paidOrderId, aftersaleId } = regular;
  return [
    { path: 'pages/home/index', sign: TEAPOT, retry: PART },
    { path: 'pages/category/index', sign: '茶与咖啡', retry: WHOLE },
    { path: 'pages/cart/index', sign: TEAPOT, retry: WHOLE },
    { path: 'pages/me/index', sign: TEAPOT, retry: PART },
    { path: 'mall/product/index', sign: '出汤利落，握着不烫手', retry: WHOLE, query: `id=${productId}` },
    { path: 'mall/list/index', sign: TEAPOT, retry: WHOLE },
    { path: 'mall/page/index', sign: '秋日市集', retry: WHOLE, query: 'slug=autumn' },
    { path: 'mall/search/index', sign: TEAPOT, retry: PART },
    { path: 'orders/checkout/index', sign: '应付', retry: WHOLE, query: `items=${skuId}:1` },
    { path: 'orders/addresses/index', sign: '文三路 478 号', retry: WHOLE },
    { path: 'orders/result/index', sign: '付好了，谢谢惠顾', retry: WHOLE, query: `id=${paidOrderId}` },
    { path: 'orders/list/index', sign: TEAPOT, retry: WHOLE },
    { path: 'orders/detail/index', sign: TEAPOT, retry: WHOLE, query: `id=${unpaidOrderId}` },
    { path: 'orders/aftersaleApply/index', sign: '提交申请', retry: WHOLE, query: `order=${paidOrderId}` },
    { path: 'orders/aftersale/index', sign: '等店家答复', retry: WHOLE, query: `id=${aftersaleId}` },
    { path: 'orders/aftersales/index', sign: TEAPOT, retry: WHOLE },
    { path: 'account/favourites/index', sign: TEAPOT, retry: WHOLE },
    { path: 'account/history/index', sign: TEAPOT, retry: WHOLE },
    { path: 'account/notices/index', sign: TEAPOT, retry: WHOLE },
    { path: 'account/settings/index', sign: '清除缓存' },
    { path: 'account/about/index', sign: '用到的开源作品' },
    { path: 'account/privacy/index', sign: '我们记下什么' },
    { path: 'account/deletion/index', sign: '申请注销账号', retry: WHOLE },
    { path: 'account/codeEnd/index', sign: '这个码停用了', query: 'state=revoked' },
    { path: 'account/coupons/index', sign: '还没有可领的券', retry: WHOLE },
    { path: 'account/phone/index', sign: '验证手机号有什么用', retry: WHOLE },
    { path: 'points/ledger/index', sign: '下单冻结', retry: WHOLE },
    { path: 'member/card/index', sign: '开一张会员卡', retry: WHOLE },
    { path: 'staff/join/index', sign: '填上店长给的邀请码' },
    { path: 'staff/home/index', sign: TEAPOT, retry: WHOLE },
    { path: 'staff/share/index', sign: '发给顾客', retry: WHOLE, query: 'kind=home' },
    { path: 'staff/codes/index', sign: TEAPOT, retry: WHOLE },
    { path: 'staff/results/index', sign: '店里现在只有你一位导购', retry: WHOLE },
    { path: 'staff/customers/index', sign: '还没有顾客', retry: WHOLE },
    // whoever was seen to work here once needs no network for an empty field
    { path: 'staff/pickup/index', sign: '顾客的取货码' },
  ].map(({ query, ...visit }) => ({ ...visit, path: query ? `${visit.path}?${query}` : visit.path }));
}

/** What no shopper should read. */
const CODE_WORDS = /undefined|null|NaN|\[object|error|fail|gateway|unexpected|hotel|json|bad_answer|\b50\d\b/i;

withBrowser('every page on a bad network', (open) => {
  /** Resolves once nothing in sight is a placeholder, with the words of the page. */
  async function settledText(page: Page): Promise<string> {
    await page.waitForFunction(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('.taro_page')].find((one) => one.offsetHeight > 0);
      if (!shown || shown.innerText.trim() === '') return false;
      const sample = shown.appendChild(document.createElement('i'));
      sample.style.backgroundColor = getComputedStyle(shown.querySelector('.theme')!).getPropertyValue('--c-skel');
      const skeleton = getComputedStyle(sample).backgroundColor;
      sample.remove();
      return ![...shown.querySelectorAll('*')].some((one) => getComputedStyle(one).backgroundColor === skeleton);
    });
    return page.locator('.taro_page').filter({ visible: true }).first().innerText();
  }

  test('the walk knows every page', async () => {
    Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
    const { default: config } = (await import('../../src/app.config')) as unknown as {
      default: { pages: string[]; subPackages: { root: string; pages: string[] }[] };
    };
    const all = config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
    expect(
      visits()
        .map(({ path }) => path.split('?')[0])
        .sort(),
    ).toEqual([...config.pages, ...all].sort());
  });

  /** Visits pages, on four phones, and tells of all that went badly. */
  async function walk(waiting: Visit[], visitOne: (page: Page, net: FaultyNetwork, visit: Visit) => Promise<void>) {
    const bad: string[] = [];
    await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const { page, net, crashes } = await enterWith(open, shop.url, regular);
        for (let visit = waiting.shift(); visit; visit = waiting.shift()) {
          const { path } = visit;
          await visitOne(page, net, visit).catch((error: Error) => bad.push(`${path}: ${error.message}`));
          bad.push(...crashes.splice(0).map((message) => `${path} crashed: ${message}`));
        }
      }),
    );
    expect(bad).toEqual([]);
  }

  test.each(FAULTS.filter((fault) => fault !== 'slow'))(
    'opened under the fault "%s" a page says something useful, and recovers by itself',
    async (fault) => {
      // without a network each page is seen in every run; under the other faults each page takes its turns
      const waiting = fault === 'offline' ? visits() : everyFew(6, visits(), FAULTS.indexOf(fault));
      await walk(waiting, (page, net, visit) => ordeal(page, net, fault, visit));
    },
    240_000,
  );

  async function ordeal(page: Page, net: FaultyNetwork, fault: Fault, { path, sign, retry }: Visit) {
    net.prepare(fault);
    await page.goto('about:blank');
    await page.goto(`${shop.url}/#/${path}`);
    await page.locator('.taro_page').first().waitFor();
    if (fault === 'offline') await net.set(fault);
    if (retry) await seen(page, retry).waitFor();
    const text = await settledText(page);
    expect(text).toMatch(/[\u4e00-\u9fa5]{4}/);
    expect(text).not.toMatch(CODE_WORDS);
    if (fault === 'offline') await seen(page, '网络不可用，连上后会自动恢复').waitFor();
    await net.set(null);
    if (fault !== 'offline') await page.clock.fastForward(31_000);
    await seen(page, sign).waitFor();
    await page.waitForFunction((word) => !document.body.innerText.includes(word), retry ?? WHOLE);
  }

  test('with 400 ms of delay and every twentieth request lost a page gets there by itself', async () => {
    await walk(everyFew(6, visits()), async (page, net, { path, sign }) => {
      net.prepare('slow');
      await page.goto('about:blank');
      await page.goto(`${shop.url}/#/${path}`);
      await seen(page, sign).waitFor();
      await settledText(page);
    });
  }, 240_000);
});
