import fs from 'node:fs';
import path from 'node:path';
import { saveCatalogue } from '../../server/src/products/saveCatalogue';
import { product, sku } from '../../server/test/support/fixtures';
import { smallShop, type SmallShop } from '../support/smallShop';
import type { MiniProgram } from './engine/miniProgram';
import { withChrome } from './minis';

const DIST = path.resolve(__dirname, '../../dist/weapp');
/** Where the package believes its backend to be. */
const BUILT_FOR = 'http://localhost:3000';
const PRODUCTS = 500;
const PAGE = 20;
const MOST_DRAWN = 60;
/** About where the 151st stands in px: 75 rows of two down. */
const PLACE_OF_150 = 75 * 293;
/**
 * By how much the setData of two pages may differ. Taro's element ids and the positions get a digit longer down the
 * list, twice in 500 products; a list that was sent again, or one more card (5 %), is beyond it.
 */
const TOLERANCE = 0.03;

const number = (index: number) => String(index + 1).padStart(3, '0');
const titleOf = (index: number) => `长卷陶杯 ${number(index)} 号`;

let shop: SmallShop;
beforeAll(async () => {
  shop = await smallShop();
  const [picture] = await shop.rows<{ images: { url: string }[] }>('select images from products limit 1');
  const goods = Array.from({ length: PRODUCTS }, (_, index) =>
    product({
      handle: `long-${number(index)}`,
      title: titleOf(index),
      tags: ['新品'],
      images: [{ url: picture!.images[0]!.url, alt: '' }],
      skus: [sku({ priceFen: 10_001 + (index % 90) })],
      salesCount: 999 - index,
    }),
  );
  await saveCatalogue(shop.ctx, goods);
}, 120_000);
afterAll(() => shop.close());

/** The products that exist in the page, on screen or not, in the order of their numbers. */
async function drawn(mini: MiniProgram): Promise<string[]> {
  const titles = (await mini.text()).match(/长卷陶杯 \d+ 号/g) ?? [];
  expect(new Set(titles).size).toBe(titles.length);
  return titles.sort();
}

withChrome('500 results in the WeChat package', (start) => {
  async function openList() {
    if (!fs.existsSync(DIST)) throw new Error('dist/weapp is not built: run npm run build:weapp');
    const mini = await start(DIST, {
      path: 'mall/list/index',
      query: { q: '长卷陶杯' },
      origins: { [BUILT_FOR]: shop.url },
      timeout: 20_000,
    });
    await mini.waitText(titleOf(0));
    await mini.settle();
    return mini;
  }

  test('every page costs the same setData however far down it is, and at most 60 items exist', async () => {
    const mini = await openList();
    const bytes: number[] = [];
    const calls: number[] = [];
    for (let page = 2; page * PAGE <= PRODUCTS; page++) {
      const mark = await mini.mark();
      await mini.scrollTo('bottom');
      await mini.settle();
      const cost = await mini.since(mark);
      bytes.push(cost.bytes);
      calls.push(cost.calls);
      const titles = await drawn(mini);
      expect(titles.length).toBeLessThanOrEqual(MOST_DRAWN);
      expect(titles.at(-1)).toBe(titleOf(page * PAGE - 1));
    }
    expect(bytes).toHaveLength(24);
    expect(Math.max(...bytes) / Math.min(...bytes)).toBeLessThan(1 + TOLERANCE);
    expect(new Set(calls)).toEqual(new Set([2]));
    await mini.scrollTo('bottom');
    await mini.waitText('就这些了');

    await mini.scrollTo(0);
    await mini.waitText(titleOf(0));
    expect((await drawn(mini)).length).toBeLessThanOrEqual(MOST_DRAWN);
    expect(await mini.problems()).toEqual([]);
  }, 120_000);

  test('a product that is opened far down is left for the same place', async () => {
    const mini = await openList();
    for (let page = 2; page <= 10; page++) {
      await mini.scrollTo('bottom');
      await mini.settle();
    }
    const title = titleOf(150);
    await mini.scrollTo(PLACE_OF_150);
    await mini.waitText(title);
    await mini.settle();
    const placeOf = async () => (await mini.locator(`text=${title}`).boundingBox())!.y;
    const before = await placeOf();
    const titles = await drawn(mini);
    await mini.tap(title);
    await mini.waitPage('mall/product/index');
    await mini.waitText('加入购物袋');
    // what the product's page still draws is not the list's
    await mini.settle();
    const mark = await mini.mark();
    await mini.back();
    await mini.waitPage('mall/list/index');
    await mini.settle();
    expect(await placeOf()).toBe(before);
    expect(await drawn(mini)).toEqual(titles);
    expect((await mini.since(mark)).calls).toBe(0);
    expect(await mini.problems()).toEqual([]);
  }, 120_000);

  test('scrolling back up moves nothing: each card is where it was on the way down', async () => {
    const mini = await openList();
    const placeOf = async (index: number) => {
      const box = await mini.locator(`text=${titleOf(index)}`).boundingBox();
      return box!.y;
    };
    for (let page = 2; page <= 6; page++) {
      await mini.scrollTo('bottom');
      await mini.settle();
    }
    await mini.scrollTo(2000);
    await mini.waitText(titleOf(14));
    const first = await placeOf(14);
    await mini.scrollTo('bottom');
    await mini.settle();
    expect(await drawn(mini)).not.toContain(titleOf(14));
    await mini.scrollTo(2000);
    await mini.waitText(titleOf(14));
    expect(await placeOf(14)).toBe(first);
  }, 120_000);
});
