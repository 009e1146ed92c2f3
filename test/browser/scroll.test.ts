import { saveCatalogue } from '../../server/src/products/saveCatalogue';
import { product, sku } from '../../server/test/support/fixtures';
import { smallShop, type SmallShop } from '../support/smallShop';
import { withBrowser, type Phone } from './h5';

const PRODUCTS = 200;
const titleOf = (index: number) =>
  `长卷陶杯 ${String(index + 1).padStart(3, '0')} 号${index % 3 ? '' : ' 手作釉下彩 送礼自用'}`;

let shop: SmallShop;
beforeAll(async () => {
  shop = await smallShop();
  const goods = Array.from({ length: PRODUCTS }, (_, index) =>
    product({
      handle: `long-${index}`,
      title: titleOf(index),
      tags: index % 4 ? ['新品'] : [],
      images: [],
      skus: [sku({ priceFen: 10_001 + index, compareAtFen: index % 2 ? 20_000 : null })],
      salesCount: 999 - index,
    }),
  );
  await saveCatalogue(shop.ctx, goods);
}, 120_000);
afterAll(() => shop.close());

withBrowser('a long list on the H5 page', (open) => {
  const openList = () => open(`${shop.url}/#/mall/list/index?q=${encodeURIComponent('长卷陶杯')}`);
  const cards = (page: Phone['page']) => page.locator('[role="link"][aria-label^="长卷陶杯"]');
  /** Scrolls towards a height, as far as the list has come, frame after frame until a product is there. */
  async function drawnAt(page: Phone['page'], index: number, top: number) {
    const tryIt = `new Promise((tell) => requestAnimationFrame(() => {
      const list = [...document.querySelectorAll('.taro_page')].find((one) => one.textContent.includes('长卷陶杯'));
      list.scrollTop = ${top};
      window.scrollTo(0, ${top});
      tell(list.textContent.includes('${titleOf(index)}') && (list.scrollTop || window.scrollY) === ${top});
    }))`;
    while (!(await page.evaluate<boolean>(tryIt)));
  }

  test('cards are as high as they were planned, in both layouts', async () => {
    const { page } = await openList();
    await cards(page).nth(19).waitFor();
    const gaps = () =>
      page.evaluate<number[]>(
        `[...document.querySelectorAll('[role="link"][aria-label^="长卷陶杯"]')].map((card) => {
          const rest = [...document.querySelectorAll('[role="link"][aria-label^="长卷陶杯"]')];
          const box = card.getBoundingClientRect();
          const below = rest.map((one) => one.getBoundingClientRect())
            .filter((other) => Math.abs(other.left - box.left) < 1 && other.top > box.top)
            .map((other) => other.top - box.bottom);
          return below.length ? Math.min(...below) : 9;
        })`,
      );
    for (const gap of await gaps()) expect(gap).toBeCloseTo(9, 0);
    await page.getByLabel('换成列表').tap();
    await page.getByLabel('换成大图').waitFor();
    for (const gap of await gaps()) expect(gap).toBeCloseTo(9, 0);
  });

  test('at most 60 cards exist, and back from a product is the same place', async () => {
    const phone = await openList();
    const { page } = phone;
    await cards(page).nth(19).waitFor();
    // near each end the next page comes
    for (const [index, top] of [
      [30, 4_000],
      [55, 8_000],
      [85, 12_000],
    ] as const) {
      await drawnAt(page, index, top);
      expect(await cards(page).count()).toBeLessThanOrEqual(60);
    }
    const goods = page.getByText(titleOf(85), { exact: true });
    const before = (await goods.boundingBox())!.y;
    await goods.tap();
    await page.getByText('加入购物袋', { exact: true }).first().waitFor();
    await page.goBack();
    await page.getByText('加入购物袋', { exact: true }).first().waitFor({ state: 'detached' });
    await goods.waitFor();
    expect(Math.abs((await goods.boundingBox())!.y - before)).toBeLessThan(1);
    expect(await cards(page).count()).toBeLessThanOrEqual(60);
    expect(await phone.problems()).toEqual([]);
  }, 60_000);
});
