import { sql } from '../src/db/db';
import { saveCatalogue } from '../src/products/saveCatalogue';
import { product, sku } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
const get = async (url: string) => {
  const answer = await shop.app.inject({ url });
  return { status: answer.statusCode, body: answer.json() };
};
const handles = async (query: string) => {
  const { items } = (await get(`/api/products?${query}`)).body;
  return items.map((item: { title: string }) => item.title);
};

beforeAll(async () => {
  shop = await testApp();
  const price = (priceFen: number, stock = 5) => [sku({ priceFen, stock })];
  await saveCatalogue(shop.ctx, [
    product({ handle: 'a', title: '乌龙茶', tags: ['热卖'], skus: price(3000), salesCount: 5 }),
    product({ handle: 'b', title: '红茶 100%', skus: price(1000), salesCount: 50, categories: [['茶与咖啡', '红茶']] }),
    product({ handle: 'c', title: '咖啡豆', skus: price(2000, 0), categories: [['茶与咖啡']] }),
    product({ handle: 'd', title: '下架的茶', skus: price(1), state: 'off_shelf', categories: [['旧货']] }),
    product({ handle: 'e', title: '毛衣', skus: price(2000), categories: [['衣橱']], tags: ['热卖', '秋日'] }),
  ]);
});
afterAll(() => shop.close());

test('lists what is on the shelf, newest first', async () => {
  expect(await handles('')).toEqual(['毛衣', '咖啡豆', '红茶 100%', '乌龙茶']);
});

test('sorts by price both ways and by sales', async () => {
  expect(await handles('sort=price_asc')).toEqual(['红茶 100%', '咖啡豆', '毛衣', '乌龙茶']);
  expect(await handles('sort=price_desc')).toEqual(['乌龙茶', '毛衣', '咖啡豆', '红茶 100%']);
  expect((await handles('sort=sales'))[0]).toBe('红茶 100%');
});

test.each(['default', 'price_asc', 'price_desc', 'sales'])(
  'pages sorted by %s neither repeat nor skip',
  async (sort) => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await get(`/api/products?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`)).body;
      seen.push(...page.items.map((item: { title: string }) => item.title));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(await handles(`sort=${sort}`));
  },
);

test('a category shows its own goods and those of its children', async () => {
  const { items } = (await get('/api/categories')).body;
  const tea = items.find((item: { name: string }) => item.name === '茶与咖啡');
  expect(tea.children.map((child: { name: string }) => child.name).sort()).toEqual(['乌龙茶', '红茶']);
  expect(await handles(`category=${tea.slug}`)).toEqual(['咖啡豆', '红茶 100%', '乌龙茶']);
  const black = tea.children.find((child: { name: string }) => child.name === '红茶');
  expect(await handles(`category=${black.slug}`)).toEqual(['红茶 100%']);
  expect(items.map((item: { name: string }) => item.name)).not.toContain('旧货');
});

test('filters by tag and by words; wildcards in the words are letters', async () => {
  expect(await handles(`tag=${encodeURIComponent('热卖')}`)).toEqual(['毛衣', '乌龙茶']);
  expect(await handles(`q=${encodeURIComponent('茶')}`)).toEqual(['红茶 100%', '乌龙茶', '咖啡豆']);
  expect(await handles(`q=${encodeURIComponent('100%')}`)).toEqual(['红茶 100%']);
  expect(await handles(`q=${encodeURIComponent('_')}`)).toEqual([]);
  expect(await handles(`q=${encodeURIComponent('秋日')}`)).toEqual(['毛衣']);
});

test('ids come in the order asked for, without those that are gone', async () => {
  const rows = await shop.ctx.db.query<{ id: string; handle: string }>(
    sql`select product_id as id, handle from products`,
  );
  const id = (handle: string) => rows.find((row) => row.handle === handle)!.id;
  expect(await handles(`ids=${[id('e'), id('d'), '77', id('a')].join(',')}`)).toEqual(['毛衣', '乌龙茶']);
});

test('a sold-out product says so in list and detail', async () => {
  const { items } = (await get('/api/products')).body;
  const coffee = items.find((item: { title: string }) => item.title === '咖啡豆');
  expect(coffee.isSoldOut).toBe(true);
  expect(items.filter((item: { isSoldOut: boolean }) => item.isSoldOut)).toHaveLength(1);
  expect((await get(`/api/products/${coffee.id}`)).body).toMatchObject({ isSoldOut: true, skus: [{ stock: 0 }] });
});

test('an off-shelf product can still be opened, and says so', async () => {
  const [row] = await shop.ctx.db.query<{ id: string }>(sql`select product_id as id from products where handle = 'd'`);
  expect((await get(`/api/products/${row!.id}`)).body).toMatchObject({ state: 'off_shelf', title: '下架的茶' });
});

test('a product with options carries its axes, and each SKU its price, stock and picture', async () => {
  await saveCatalogue(shop.ctx, [
    product({
      handle: 'pot',
      title: '茶壶',
      options: [
        { name: '釉色', values: ['柿红', '杏白'] },
        { name: '容量', values: ['180ml', '240ml'] },
      ],
      skus: [
        sku({
          optionValues: ['柿红', '180ml'],
          priceFen: 15900,
          compareAtFen: 21900,
          stock: 2,
          imageUrl: '/assets/red.jpg',
        }),
        sku({ optionValues: ['杏白', '240ml'], priceFen: 16900, stock: 0 }),
      ],
    }),
  ]);
  const [row] = await shop.ctx.db.query<{ id: string }>(
    sql`select product_id as id from products where handle = 'pot'`,
  );
  expect((await get(`/api/products/${row!.id}`)).body).toMatchObject({
    priceFen: 15900,
    hasPriceRange: true,
    isSoldOut: false,
    options: [
      { name: '釉色', values: ['柿红', '杏白'] },
      { name: '容量', values: ['180ml', '240ml'] },
    ],
    skus: [
      { optionValues: ['柿红', '180ml'], priceFen: 15900, compareAtFen: 21900, stock: 2, imageUrl: '/assets/red.jpg' },
      { optionValues: ['杏白', '240ml'], priceFen: 16900, compareAtFen: null, stock: 0, imageUrl: null },
    ],
  });
});
