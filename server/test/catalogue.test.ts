import type { CatalogueProduct, CatalogueSku } from '../src/products/catalogue';
import { getProduct } from '../src/products/getProduct';
import { listCategories } from '../src/products/listCategories';
import { saveCatalogue } from '../src/products/saveCatalogue';
import { sql, type Db } from '../src/db/db';
import { idMaker } from '../src/db/ids';
import { testDb, type TestDb } from './support/testDb';

let test: TestDb;
let db: Db;
const makeId = idMaker(1);
const now = () => new Date('2026-03-01T08:00:00Z');
const save = (products: CatalogueProduct[], options?: Parameters<typeof saveCatalogue>[2]) =>
  saveCatalogue({ db, makeId, now }, products, options);

beforeAll(async () => {
  test = await testDb();
  db = test.db;
});
afterAll(() => test.drop());

const sku = (optionValues: string[], more: Partial<CatalogueSku> = {}): CatalogueSku => ({
  code: null,
  optionValues,
  priceFen: 1000,
  compareAtFen: null,
  stock: 3,
  imageUrl: null,
  weightGrams: null,
  barcode: null,
  ...more,
});

const product = (handle: string, more: Partial<CatalogueProduct> = {}): CatalogueProduct => ({
  handle,
  title: `商品 ${handle}`,
  subtitle: '',
  descriptionHtml: '<p>好</p>',
  vendor: '',
  categories: [],
  tags: [],
  state: 'on_shelf',
  options: [],
  images: [],
  skus: [sku([])],
  ...more,
});

async function idOf(handle: string): Promise<string> {
  const [row] = await db.query<{ product_id: string }>(sql`select product_id from products where handle = ${handle}`);
  return row!.product_id;
}

async function skusOf(handle: string) {
  return db.query<{ sku_id: string; code: string | null; option_values: string[]; state: string; on_hand: number }>(
    sql`select k.sku_id, k.code, k.option_values, k.state, s.on_hand from skus k join stock s on s.sku_id = k.sku_id
      where k.product_id = ${await idOf(handle)} order by k.sku_id`,
  );
}

const colours = (...values: string[]) => [{ name: '颜色', values }];

describe('saving a catalogue', () => {
  it('shows the lowest and highest price of the SKUs, and the compare-at price of the cheapest', async () => {
    await save([
      product('prices', {
        options: colours('红', '蓝'),
        skus: [sku(['红'], { priceFen: 2500 }), sku(['蓝'], { priceFen: 1900, compareAtFen: 2900 })],
      }),
    ]);
    expect(await getProduct(db, await idOf('prices'))).toMatchObject({
      priceFen: 1900,
      hasPriceRange: true,
      compareAtFen: 2900,
    });
  });

  it('keeps the id of a product and of its SKUs when saved again, and counts it as updated', async () => {
    const first = product('again', { options: colours('红', '蓝'), skus: [sku(['红']), sku(['蓝'])] });
    expect(await save([first])).toMatchObject({ created: 1, updated: 0, skus: 2 });
    const [productId, skus] = [await idOf('again'), await skusOf('again')];

    const result = await save([{ ...first, title: '新名字', skus: [sku(['蓝']), sku(['红'], { priceFen: 900 })] }]);

    expect(result).toMatchObject({ created: 0, updated: 1, skus: 2, leftShelf: 0 });
    expect(await idOf('again')).toBe(productId);
    expect(await skusOf('again')).toEqual(skus);
    expect(await getProduct(db, productId)).toMatchObject({ title: '新名字', priceFen: 900 });
  });

  it('takes a SKU off the shelf when it leaves the product, keeps it for its orders, and brings it back', async () => {
    const both = product('leaving', { options: colours('红', '蓝'), skus: [sku(['红']), sku(['蓝'])] });
    await save([both]);
    const [red, blue] = await skusOf('leaving');

    expect(await save([{ ...both, skus: [sku(['红'])] }])).toMatchObject({ leftShelf: 1 });
    expect((await skusOf('leaving')).map((row) => row.state)).toEqual(['on_shelf', 'off_shelf']);

    await save([both]);
    expect(await skusOf('leaving')).toEqual([red, blue]);
  });

  it('knows a SKU by its code when an option value is renamed', async () => {
    await save([product('renamed', { options: colours('红'), skus: [sku(['红'], { code: 'R-1' })] })]);
    const [before] = await skusOf('renamed');
    await save([
      product('renamed', {
        options: [...colours('朱红'), { name: '尺码', values: ['大'] }],
        skus: [sku(['朱红', '大'], { code: 'R-1' })],
      }),
    ]);
    expect(await skusOf('renamed')).toEqual([{ ...before, option_values: ['朱红', '大'] }]);
  });

  it('survives two SKUs that exchange their codes', async () => {
    const make = (red: string, blue: string) =>
      product('swapped', {
        options: colours('红', '蓝'),
        skus: [sku(['红'], { code: red }), sku(['蓝'], { code: blue })],
      });
    await save([make('S-1', 'S-2')]);
    const ids = (await skusOf('swapped')).map((row) => row.sku_id);
    await save([make('S-2', 'S-1')]);
    const rows = await skusOf('swapped');
    expect(rows.map((row) => row.sku_id)).toEqual(ids);
    expect(rows.map((row) => row.code)).toEqual(['S-2', 'S-1']);
  });

  it('makes categories of two levels by path, once, with slugs that stay the same', async () => {
    const paths = [['服装', '女装'], ['Shoes'], ['Bags', 'Shoes']];
    await save(paths.map((path, index) => product(`cat-${index}`, { categories: [path] })));
    const before = await listCategories(db);
    const again = await save(paths.map((path, index) => product(`cat-${index}`, { categories: [path] })));

    expect(again.categories).toBe(0);
    expect(await listCategories(db)).toEqual(before);
    expect(before.map(({ name, children }) => [name, children.map((child) => child.name)])).toEqual([
      ['服装', ['女装']],
      ['Shoes', []],
      ['Bags', ['Shoes']],
    ]);
    const slugs = before.flatMap(({ slug, children }) => [slug, ...children.map((child) => child.slug)]);
    expect(slugs).toEqual([
      expect.stringMatching(/^c-[0-9a-f]{8}$/),
      expect.stringMatching(/^c-[0-9a-f]{8}$/),
      'shoes',
      'bags',
      'bags-shoes',
    ]);
  });

  it('uses the slugs, pictures and order that the caller gives', async () => {
    const tea = { name: '茶', slug: 'tea', imageUrl: '/assets/tea.jpg', position: -2 };
    const oolong = { name: '乌龙', slug: 'oolong', imageUrl: null, position: 1 };
    await save([product('oolong', { categories: [['茶', '乌龙']] })], { categories: [{ ...tea, children: [oolong] }] });
    expect((await listCategories(db))[0]).toMatchObject({
      slug: 'tea',
      imageUrl: '/assets/tea.jpg',
      children: [{ slug: 'oolong' }],
    });
  });

  it('sanitises descriptions', async () => {
    await save([product('hostile', { descriptionHtml: '<p onclick="x()">好<script>x()</script></p>' })]);
    expect((await getProduct(db, await idOf('hostile'))).descriptionHtml).toBe('<p>好</p>');
  });

  it('leaves alone what the source says nothing about', async () => {
    const full = product('kept', {
      subtitle: '副标题',
      vendor: '厂家',
      tags: ['新品'],
      categories: [['文具']],
      images: [{ url: '/assets/1.jpg', alt: '' }],
      skus: [sku([], { stock: 8, compareAtFen: 2000, barcode: '690' })],
    });
    await save([full]);
    const before = await getProduct(db, await idOf('kept'));
    const keeps = new Set([
      'subtitle',
      'vendor',
      'tags',
      'categories',
      'images',
      'descriptionHtml',
      'compareAtFen',
    ] as const);
    await save([product('kept', { descriptionHtml: '', skus: [sku([], { priceFen: 1500, stock: null })] })], { keeps });

    expect(await getProduct(db, await idOf('kept'))).toEqual({
      ...before,
      priceFen: 1500,
      skus: [{ ...before.skus[0], priceFen: 1500 }],
    });
  });
});

describe('stock from a catalogue', () => {
  const stockOf = async (handle: string) => {
    const [row] = await skusOf(handle);
    const entries = await db.query<{ on_hand_delta: number; reason: string }>(
      sql`select on_hand_delta, reason from stock_entries where sku_id = ${row!.sku_id} order by entry_id`,
    );
    return { skuId: row!.sku_id, onHand: row!.on_hand, deltas: entries.map((entry) => entry.on_hand_delta) };
  };

  it('writes each change into the ledger and nothing when nothing changes', async () => {
    const withStock = (stock: number | null) => [product('ledger', { skus: [sku([], { stock })] })];
    for (const stock of [7, 7, 4, null, 9]) await save(withStock(stock));
    expect(await stockOf('ledger')).toMatchObject({ onHand: 9, deltas: [7, -3, 5] });
  });

  it('never goes below what orders hold, and says so', async () => {
    await save([product('held', { skus: [sku([], { stock: 10 })] })]);
    const { skuId } = await stockOf('held');
    await db.query(sql`update stock set reserved = 6 where sku_id = ${skuId}`);

    const { held } = await save([product('held', { skus: [sku([], { stock: 2 })] })]);

    expect(held).toEqual([{ handle: 'held', optionValues: [], wanted: 2, kept: 6 }]);
    expect(await stockOf('held')).toMatchObject({ onHand: 6, deltas: [10, -4] });
  });

  it('equals the sum of its entries for every SKU', async () => {
    const rows = await db.query(
      sql`select s.sku_id from stock s
        left join (select sku_id, sum(on_hand_delta) as total from stock_entries group by sku_id) e on e.sku_id = s.sku_id
        where s.on_hand <> coalesce(e.total, 0)`,
    );
    expect(rows).toEqual([]);
  });
});

it('takes a number of statements that grows with batches, not with products', async () => {
  const texts: string[] = [];
  const counted = await testDb({ before: (text) => texts.push(text) });
  try {
    const many = (count: number) => Array.from({ length: count }, (_, index) => product(`many-${index}`));
    await saveCatalogue({ db: counted.db, makeId, now }, many(2));
    const few = texts.length;
    texts.length = 0;
    await saveCatalogue({ db: counted.db, makeId, now }, many(200));
    expect(texts.length).toBeLessThanOrEqual(few + 2);
  } finally {
    await counted.drop();
  }
});
