import { sql } from '../src/db/db';
import { DEMO_CATEGORIES } from '../src/demo/categories';
import { DEMO_HOT_WORDS } from '../src/demo/hotWords';
import { seedDemo } from '../src/demo/seedDemo';
import type { CatalogueProduct } from '../src/products/catalogue';
import { saveCatalogue } from '../src/products/saveCatalogue';
import { saveHotWords } from '../src/search/hotWords';
import { backfillSearch } from '../src/search/indexProducts';
import { product, sku } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
const get = async (url: string) => {
  const answer = await shop.app.inject({ url });
  return { status: answer.statusCode, body: answer.json() };
};
const page = async (q: string, more = '') => (await get(`/api/products?q=${encodeURIComponent(q)}${more}`)).body;
const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title);
const find = async (q: string, more = '') => titles(await page(q, more));
const suggestions = async (q: string) => (await get(`/api/search/suggestions?q=${encodeURIComponent(q)}`)).body;

const TEE = '纯棉短袖T恤 宽松 男女同款';
const SHIRT = '亚麻短袖衬衫';
const DRESS = '碎花连衣裙 夏季新款收腰长裙';
const BAG = 'Canvas 帆布袋 20L 大容量';
const POT = '柿釉手作茶壶 180ml 家用';
const PUER = '熟普洱茶饼';

beforeAll(async () => {
  shop = await testApp();
  const wardrobe = [['衣橱', '上衣']];
  await saveCatalogue(shop.ctx, [
    product({ handle: 'tee', title: TEE, categories: wardrobe, salesCount: 10, skus: [sku({ priceFen: 5900 })] }),
    product({ handle: 'shirt', title: SHIRT, categories: wardrobe, salesCount: 90, skus: [sku({ priceFen: 12900 })] }),
    product({ handle: 'dress', title: DRESS, categories: [['衣橱', '裙装']], salesCount: 30, subtitle: '可搭短袖' }),
    product({ handle: 'vest', title: '针织背心', categories: wardrobe, salesCount: 500, tags: ['短袖搭子', '短袖'] }),
    product({ handle: 'bag', title: BAG, categories: [['随身', '包袋']], tags: ['热卖'], salesCount: 7 }),
    product({
      handle: 'pot',
      title: POT,
      categories: [['茶与咖啡', '茶器']],
      options: [{ name: '釉色', values: ['柿红', '杏白'] }],
      skus: [
        sku({ optionValues: ['柿红'], priceFen: 15900, stock: 0 }),
        sku({ optionValues: ['杏白'], priceFen: 16900, stock: 3 }),
      ],
    }),
    product({
      handle: 'puer',
      title: PUER,
      categories: [['茶与咖啡', '普洱']],
      salesCount: 5,
      skus: [sku({ stock: 0 })],
    }),
    product({ handle: 'gone', title: '短袖旧款', state: 'off_shelf', categories: [['旧货']] }),
  ]);
});
afterAll(() => shop.close());

test('短袖: titles before tags before subtitles, better sellers first, nothing off the shelf', async () => {
  expect(await find('短袖')).toEqual([SHIRT, TEE, '针织背心', DRESS]);
  expect((await page('短袖')).isNear).toBeUndefined();
});

test.each([
  ['纯绵短袖T恤', TEE],
  ['纯棉短袖T桖 宽松 男女同款', TEE],
  ['碎花连衣群', DRESS],
  ['碎花莲衣裙 夏季新款收腰长裙', DRESS],
  ['柿釉手做茶壶 180ml 家用', POT],
  ['Canvas 帆步袋 20L 大容量', BAG],
  ['熟普尔茶饼', PUER],
])('one character wrong, %s, still finds the product first and says that it is near', async (q, title) => {
  const found = await page(q);
  expect(titles(found)[0]).toBe(title);
  expect(found.isNear).toBe(true);
});

test('every title with any one of its characters wrong finds its product first', async () => {
  for (const title of [TEE, SHIRT, DRESS, BAG, POT, PUER]) {
    const signs = [...title];
    for (const [at, sign] of signs.entries()) {
      if (!/\p{Script=Han}/u.test(sign)) continue;
      expect([at, (await find(signs.with(at, '龘').join('')))[0]]).toEqual([at, title]);
    }
  }
});

test.each([
  ['t恤', [TEE]],
  ['Ｔ恤 短袖', [TEE]],
  ['canvas帆布', [BAG]],
  ['CANV', [BAG]],
  ['帆布 20l', [BAG]],
  ['20Ｌ', [BAG]],
  ['茶壶 180ML', [POT]],
])('Chinese, Latin and figures together, in any case and width: %s', async (q, expected) => {
  expect(await find(q)).toEqual(expected);
});

test('one character finds what has it, wherever it stands', async () => {
  expect(await find('茶')).toEqual([PUER, POT]);
  expect(await find('裙')).toEqual([DRESS]);
  expect(await find('鬱')).toEqual([]);
});

test('categories of both levels and option values are found', async () => {
  expect(await find('衣橱')).toEqual(['针织背心', SHIRT, DRESS, TEE]);
  expect(await find('杏白')).toEqual([POT]);
  expect(await find('杏白 茶壶')).toEqual([POT]);
});

test('characters that stand apart are not a word', async () => {
  expect(await find('袖短')).toEqual([]);
  expect(await find('袖 短')).toEqual([SHIRT, TEE, '针织背心', DRESS]);
});

test('a hundred characters are answered, found when they are a title and more', async () => {
  expect(await find('好'.repeat(100))).toEqual([]);
  const title = `${DRESS}碎花连衣裙`;
  expect((await find(title))[0]).toBe(DRESS);
  expect((await get(`/api/products?q=${encodeURIComponent('好'.repeat(101))}`)).status).toBe(400);
});

test.each([
  "' or 1=1 --",
  "短袖'; drop table products; --",
  '短袖 & | ! ( ) <-> :* \\',
  '<script>alert(1)</script>',
  '<b>短袖</b>',
  '%_\\',
  "''''",
  '🏮',
  '   ',
  'ﷺ'.repeat(100),
])('a hostile or empty question, %s, is only words', async (q) => {
  const answer = await get(`/api/products?q=${encodeURIComponent(q)}`);
  expect(answer.status).toBe(200);
  expect((await get(`/api/search/suggestions?q=${encodeURIComponent(q)}`)).status).toBe(200);
  expect(await find('短袖')).toHaveLength(4);
});

test('marks alone find nothing, marks around words change nothing', async () => {
  expect(await find('%_\\')).toEqual([]);
  expect(await find('“短袖”！')).toEqual([SHIRT, TEE, '针织背心', DRESS]);
});

test.each(['default', 'sales', 'new', 'price_asc', 'price_desc'])(
  'pages of a search sorted by %s neither repeat nor skip, exact or near',
  async (sort) => {
    for (const q of ['衣橱', '衣橱上龘', '短袖']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const part = await page(q, `&limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`);
        seen.push(...titles(part));
        cursor = part.nextCursor ?? '';
      } while (cursor);
      expect(seen).toEqual(await find(q, `&sort=${sort}`));
      expect(seen.length).toBeGreaterThan(1);
    }
  },
);

test.each(['1', '2.1.1.1', '0.1.1', 'x.1.1.1', '0.1.1.1.1', '.', '-1.1.1.1'])(
  'a search refuses the cursor %s, which no page has given out',
  async (cursor) => {
    expect((await get(`/api/products?q=x&cursor=${cursor}`)).status).toBe(400);
  },
);

test('filters narrow a search: price with both bounds in it, category, stock', async () => {
  expect(await find('短袖', '&priceMin=5900&priceMax=12899')).toEqual([TEE]);
  expect(await find('短袖', '&priceMin=12900')).toEqual([SHIRT]);
  expect(await find('茶', '&inStock=true')).toEqual([POT]);
  expect(await find('茶', '&inStock=false')).toEqual([PUER, POT]);
  const { items } = (await get('/api/categories')).body;
  const tea = items.find(({ name }: { name: string }) => name === '茶与咖啡').slug;
  expect(await find('短袖', `&category=${tea}`)).toEqual([]);
  expect((await get('/api/products?priceMin=-1')).status).toBe(400);
  expect((await get('/api/products?priceMax=abc')).status).toBe(400);
});

test('a filter that leaves nothing of what was found is not answered with near products', async () => {
  const found = await page('纯棉短袖', '&priceMin=999999');
  expect(found).toEqual({ items: [], nextCursor: null });
});

test('attributes ask for one SKU that has them, in stock when that is asked too', async () => {
  const pots = (attributes: string, more = '') => find('茶壶', `&attributes=${encodeURIComponent(attributes)}${more}`);
  expect(await pots('釉色:柿红')).toEqual([POT]);
  expect(await pots('釉色:柿红', '&inStock=true')).toEqual([]);
  expect(await pots('釉色:柿红,釉色:杏白', '&inStock=true')).toEqual([POT]);
  expect(await pots('釉色:柿红,容量:1L')).toEqual([]);
  expect(await pots(':,釉色,:柿红')).toEqual([POT]);
});

test('saving a product again changes what finds it', async () => {
  const save = (title: string, tags: string[]) =>
    saveCatalogue(shop.ctx, [product({ handle: 'changing', title, tags, categories: [['旧货']] })]);
  await save('搪瓷杯子', ['露营']);
  expect([await find('搪瓷'), await find('露营')]).toEqual([['搪瓷杯子'], ['搪瓷杯子']]);
  await save('铸铁锅', []);
  expect([await find('搪瓷'), await find('露营'), await find('铸铁')]).toEqual([[], [], ['铸铁锅']]);
});

test('a start indexes what an older program wrote, once', async () => {
  const rows = () =>
    shop.ctx.db.query(sql`select product_id, version, lexemes from product_search order by product_id`);
  const before = await rows();
  await shop.ctx.db.query(sql`delete from product_search where product_id % 2 = 0`);
  await shop.ctx.db.query(sql`update product_search set version = 0, lexemes = array_to_tsvector('{old}'::text[])`);
  expect(await backfillSearch(shop.ctx.db)).toBe(before.length);
  expect(await rows()).toEqual(before);
  expect(await backfillSearch(shop.ctx.db)).toBe(0);
});

test('suggestions begin with what was typed, then contain it; categories, then tags, then titles', async () => {
  expect(await suggestions('短')).toEqual({
    items: [
      { text: '短袖搭子', kind: 'tag' },
      { text: '短袖', kind: 'tag' },
      { text: SHIRT, kind: 'title' },
      { text: '纯棉短袖T恤', kind: 'title' },
    ],
    isNear: false,
  });
  expect((await suggestions('茶')).items.slice(0, 2)).toEqual([
    { text: '茶器', kind: 'category' },
    { text: '熟普洱茶饼', kind: 'title' },
  ]);
  expect((await suggestions('canv')).items).toEqual([{ text: 'Canvas', kind: 'title' }]);
  expect(await suggestions('')).toEqual({ items: [], isNear: false });
});

test('a word with a wrong character is answered with near words', async () => {
  const { items, isNear } = await suggestions('短秀');
  expect(isNear).toBe(true);
  expect(items).toContainEqual({ text: '短袖', kind: 'tag' });
});

test('every hot word of the demo shop finds something in it', async () => {
  const demo = await testApp();
  const save = (products: CatalogueProduct[]) => saveCatalogue(demo.ctx, products, { categories: DEMO_CATEGORIES });
  await seedDemo({
    assets: demo.ctx.assets,
    placeholder: '/assets/x.jpg',
    save: async (all) => void (await save(all)),
  });
  for (const { word } of DEMO_HOT_WORDS) {
    const found = (await demo.app.inject({ url: `/api/products?q=${encodeURIComponent(word)}` })).json();
    expect([word, found.items.length > 0, found.isNear]).toEqual([word, true, undefined]);
  }
  await demo.close();
});

test('hot words come in the order that the shop gave them', async () => {
  const save = (words: Parameters<typeof saveHotWords>[1]) => shop.ctx.db.tx((tx) => saveHotWords(tx, words));
  await save([{ word: '旧词', badge: null }]);
  await save([
    { word: '短袖', badge: 'hot' },
    { word: '草莓', badge: 'new' },
    { word: '短袖', badge: null },
    { word: '米酒', badge: null },
  ]);
  expect((await get('/api/search/hot')).body).toEqual({
    items: [
      { word: '短袖', badge: 'hot' },
      { word: '草莓', badge: 'new' },
      { word: '米酒', badge: null },
    ],
  });
});
