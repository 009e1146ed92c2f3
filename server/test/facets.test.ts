import { sql } from '../src/db/db';
import { saveCatalogue } from '../src/products/saveCatalogue';
import { product, sku } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

interface Facets {
  total: number;
  inStock: number;
  attributes: { name: string; values: { value: string; count: number }[] }[];
  categories: { slug: string; name: string; count: number }[];
}

let shop: TestApp;
const COLOURS = ['柿红', '杏白', '竹青', '墨黑', '大'];
const SIZES = ['小', '中', '大'];
const SEASONS = ['春', '夏', '秋'];
const at = <T>(list: readonly T[], index: number) => list[index % list.length]!;

/** Sixty products with one, two or three axes, some SKUs without stock, some products without axes or off the shelf. */
const goods = Array.from({ length: 60 }, (_, index) => {
  const options = [
    { name: '颜色', values: [at(COLOURS, index), at(COLOURS, index + 2)] },
    { name: '尺码', values: [at(SIZES, index), at(SIZES, index + 1)] },
    { name: '季节', values: [at(SEASONS, index)] },
  ].slice(0, index % 4);
  const combinations = options.reduce<string[][]>(
    (all, { values }) => all.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
  return product({
    handle: `facet-${index}`,
    title: index % 3 ? `棉布长衫 ${index}` : `竹编篮子 ${index}`,
    categories: [index % 2 ? ['衣橱', '上衣'] : ['居家', at(['厨房', '客厅'], index)]],
    state: index % 13 === 12 ? 'off_shelf' : 'on_shelf',
    options,
    skus: combinations.map((optionValues, position) =>
      sku({ optionValues, priceFen: 1000 + index * 100, stock: (index + position) % 3 }),
    ),
  });
});

beforeAll(async () => {
  shop = await testApp();
  await saveCatalogue(shop.ctx, goods);
});
afterAll(() => shop.close());

const get = async (path: string, query: Record<string, string>) => {
  const answer = await shop.app.inject({ url: `/api/products${path}?${new URLSearchParams(query)}` });
  expect(answer.statusCode).toBe(200);
  return answer.json();
};
const facetsOf = (query: Record<string, string>): Promise<Facets> => get('/facets', query);

/** By brute force: how many products the list itself shows. */
async function lengthOf(query: Record<string, string>): Promise<number> {
  let length = 0;
  let cursor: string | null = null;
  do {
    const page: { items: unknown[]; nextCursor: string | null } = await get('', {
      ...query,
      limit: '50',
      ...(cursor && { cursor }),
    });
    length += page.items.length;
    cursor = page.nextCursor;
  } while (cursor);
  return length;
}

const without = (attributes: string | undefined, name: string) =>
  (attributes ?? '').split(',').filter((pair) => pair && !pair.startsWith(`${name}:`));
const withAttributes = ({ attributes: _, ...query }: Record<string, string>, pairs: string[]) =>
  pairs.length > 0 ? { ...query, attributes: pairs.join(',') } : query;

test.each([
  [{}],
  [{ q: '长衫' }],
  [{ q: '棉步长衫' }],
  [{ category: '衣橱' }],
  [{ inStock: 'true' }],
  [{ priceMin: '2000', priceMax: '5000' }],
  [{ attributes: '颜色:柿红' }],
  [{ attributes: '颜色:柿红,颜色:竹青,尺码:大' }],
  [{ attributes: '颜色:大,尺码:中,季节:春', inStock: 'true' }],
  [{ q: '篮子', attributes: '尺码:小', inStock: 'true', category: '居家', priceMax: '6000' }],
] as Record<string, string>[][])('every count is the length of the list it promises: %j', async (given) => {
  const query: Record<string, string> = { ...given };
  if (query.category) query.category = await slugOf(query.category);
  const facets = await facetsOf(query);
  expect(facets.total).toBe(await lengthOf(query));
  expect(facets.inStock).toBe(await lengthOf({ ...query, inStock: 'true' }));
  expect(facets.attributes.length).toBeGreaterThan(0);
  for (const { name, values } of facets.attributes) {
    for (const { value, count } of values) {
      const narrowed = withAttributes(query, [...without(query.attributes, name), `${name}:${value}`]);
      expect([name, value, count]).toEqual([name, value, await lengthOf(narrowed)]);
    }
  }
  for (const { slug, count } of facets.categories) {
    expect([slug, count]).toEqual([slug, await lengthOf({ ...query, category: slug })]);
  }
});

async function slugOf(name: string): Promise<string> {
  const [row] = await shop.ctx.db.query<{ slug: string }>(sql`select slug from categories where name = ${name}`);
  return row!.slug;
}

test('a value under one name is not the same word under another', async () => {
  const { attributes } = await facetsOf({});
  const count = (name: string) =>
    attributes.find((one) => one.name === name)!.values.find(({ value }) => value === '大')!.count;
  expect(count('颜色')).not.toBe(count('尺码'));
  expect(await lengthOf({ attributes: '颜色:大' })).toBe(count('颜色'));
});

test('what is chosen stays on show when nothing has it any more', async () => {
  const { total, attributes } = await facetsOf({ q: '篮子', attributes: '颜色:不存在的' });
  expect(total).toBe(0);
  expect(attributes[0]).toMatchObject({ name: '颜色' });
  expect(attributes[0]!.values).toContainEqual({ value: '不存在的', count: 0 });
});

test('at most six names with twelve values each are told, the commonest', async () => {
  const many = Array.from({ length: 8 }, (_, axis) =>
    product({
      handle: `axis-${axis}`,
      title: `多轴摆件 ${axis}`,
      options: [{ name: `轴${axis}`, values: Array.from({ length: 20 - axis }, (__, index) => `值${index}`) }],
      skus: Array.from({ length: 20 - axis }, (__, index) => sku({ optionValues: [`值${index}`] })),
    }),
  );
  await saveCatalogue(shop.ctx, many);
  const { attributes } = await facetsOf({ q: '多轴摆件' });
  expect(attributes.map(({ name }) => name)).toEqual(['轴0', '轴1', '轴2', '轴3', '轴4', '轴5']);
  expect(attributes.map(({ values }) => values.length)).toEqual([12, 12, 12, 12, 12, 12]);
});

test('an SKU that sells out is no longer counted, though the answer is cached', async () => {
  const before = await facetsOf({ q: '多轴摆件' });
  await shop.ctx.db.query(sql`update stock set on_hand = 0, reserved = 0 where sku_id in (
    select k.sku_id from skus k join products p on p.product_id = k.product_id where p.handle = 'axis-0')`);
  await shop.ctx.db.query(sql`update revisions set revision = revision + 1 where scope = 'stock'`);
  expect((await facetsOf({ q: '多轴摆件' })).inStock).toBe(before.inStock - 1);
});
