import { sql } from '../src/db/db';
import { importCatalogue } from '../src/imports/importCatalogue';
import { reportLines } from '../src/imports/report';
import { csvText, plainRow, SHOPIFY_HEADER, type CsvRow } from './support/csv';
import { importShop, type ImportShop } from './support/importShop';

let shop: ImportShop;
/** The number of the statement that fails, as all after it do. */
let crashAt = Infinity;
let statements = 0;

beforeAll(async () => {
  const before = () => {
    if (++statements >= crashAt) throw new Error('power cut');
  };
  shop = await importShop({ before });
});
afterAll(() => shop.close());

const shirt: CsvRow[] = [
  {
    Handle: 'linen-shirt',
    Title: '亚麻衬衫',
    'Body (HTML)': '<p>透气，"微皱"\n正好</p>',
    Vendor: '南风',
    Type: '服装 > 衬衫',
    Tags: '夏天, 亚麻，新品',
    Published: 'true',
    'Option1 Name': '颜色',
    'Option1 Value': '白',
    'Option2 Name': '尺码',
    'Option2 Value': 'M',
    'Variant SKU': 'LS-W-M',
    'Variant Grams': 210,
    'Variant Inventory Qty': 4,
    'Variant Price': '199.00',
    'Variant Compare At Price': '259.00',
    'Variant Barcode': '6901234567892',
    'Image Src': 'https://pictures.invalid/2.jpg',
    'Image Position': 2,
    Status: 'active',
  },
  {
    Handle: 'linen-shirt',
    'Option1 Value': '蓝',
    'Option2 Value': 'M',
    'Variant SKU': 'LS-B-M',
    'Variant Inventory Qty': 0,
    'Variant Price': '189.5',
    'Image Src': 'https://pictures.invalid/1.jpg',
    'Image Position': 1,
    'Variant Image': 'https://pictures.invalid/1.jpg',
  },
  { Handle: 'linen-shirt', 'Image Src': 'https://pictures.invalid/3.jpg', 'Image Position': 3 },
];

describe('a Shopify file', () => {
  it('becomes a product with its options, SKUs, tags, category and pictures, seen by shoppers at once', async () => {
    const result = await shop.importText(`\ufeff${csvText(SHOPIFY_HEADER, shirt, '\r\n')}`);
    expect(result).toMatchObject({ isImported: true, rows: 3, created: 1, updated: 0, skus: 2, categories: 2 });
    expect(await shop.productOf('linen-shirt')).toMatchObject({
      title: '亚麻衬衫',
      vendor: '南风',
      tags: ['夏天', '亚麻', '新品'],
      descriptionHtml: '<p>透气，"微皱"\n正好</p>',
      options: [
        { name: '颜色', values: ['白', '蓝'] },
        { name: '尺码', values: ['M'] },
      ],
      skus: [
        { optionValues: ['白', 'M'], priceFen: 19900, compareAtFen: 25900, stock: 4, imageUrl: null },
        {
          optionValues: ['蓝', 'M'],
          priceFen: 18950,
          compareAtFen: null,
          stock: 0,
          imageUrl: '/assets/placeholder.jpg',
        },
      ],
      images: [{ url: '/assets/placeholder.jpg' }],
      categories: [{ name: '衬衫' }],
    });
    const picture = await shop.test.app.inject('/assets/placeholder.jpg');
    expect(picture.headers['content-type']).toBe('image/jpeg');
  });

  it('imported again adds nothing, and changes what the file changes', async () => {
    await shop.importRows(shirt);
    const [before, product] = [await shop.everything(), await shop.productOf('linen-shirt')];
    expect(await shop.importRows(shirt)).toMatchObject({ created: 0, updated: 1, skus: 2, categories: 0 });
    const withoutTimes = (all: unknown) => JSON.stringify(all).replace(/"updated_at":"[^"]*"|"revision":\d+/g, '');
    expect(withoutTimes(await shop.everything())).toBe(withoutTimes(before));

    await shop.importRows([{ ...shirt[0], Title: '亚麻长袖衬衫', 'Variant Price': '99' }, shirt[1]!]);
    expect(await shop.productOf('linen-shirt')).toMatchObject({
      id: product.id,
      title: '亚麻长袖衬衫',
      skus: [{ id: product.skus[0].id, priceFen: 9900 }, { id: product.skus[1].id }],
    });
  });

  it('has its rows collected by handle even when they are not neighbours', async () => {
    const row = (handle: string, colour: string, more: CsvRow = {}): CsvRow => ({
      Handle: handle,
      'Option1 Value': colour,
      'Variant Price': 1,
      ...more,
    });
    const first = { Title: '杯', 'Option1 Name': '颜色' };
    await shop.importRows([
      row('cup-a', '红', first),
      row('cup-b', '红', first),
      row('cup-a', '蓝'),
      row('cup-b', '绿'),
    ]);
    expect((await shop.productOf('cup-a')).options).toEqual([{ name: '颜色', values: ['红', '蓝'] }]);
    expect((await shop.productOf('cup-b')).options).toEqual([{ name: '颜色', values: ['红', '绿'] }]);
  });

  it.each([
    [{ Status: 'draft' }, 'off_shelf'],
    [{ Status: 'archived' }, 'off_shelf'],
    [{ Published: 'false' }, 'off_shelf'],
    [{ Published: '', Status: '' }, 'on_shelf'],
  ])('with %j is %s', async (cells, state) => {
    await shop.importRows([plainRow('state', cells as CsvRow)]);
    expect(await shop.productOf('state')).toMatchObject({ state });
  });

  it('of prices and stock alone leaves the rest of a product as it is', async () => {
    await shop.importRows(shirt);
    const before = await shop.productOf('linen-shirt');
    const header = [
      'handle',
      'TITLE',
      'option1 name',
      'Option1 value',
      'Option2 Name',
      'Option2 Value',
      'Variant Price',
    ];
    await shop.importRows(
      shirt.slice(0, 2).map((row) => ({ ...keysInCase(row, header), 'Variant Price': '300' })),
      header,
    );
    expect(await shop.productOf('linen-shirt')).toEqual({
      ...before,
      priceFen: 30000,
      hasPriceRange: false,
      compareAtFen: null,
      skus: before.skus.map((sku: object) => ({ ...sku, priceFen: 30000 })),
    });
  });

  it('leaves out gift cards, which this shop does not sell, and says so', async () => {
    const card = plainRow('gift', { Title: '礼品卡', 'Gift Card': 'true', 'Variant Price': '' });
    const result = await shop.importRows([card, plainRow('beside-gift')]);
    expect(result).toMatchObject({ created: 1, warnings: [{ line: 2, reason: '礼品卡“礼品卡”已跳过' }] });
    expect(await shop.productOf('gift')).toBeUndefined();
  });

  it('does not take stock that orders hold, and names the SKU', async () => {
    await shop.importRows([plainRow('held', { 'Variant Inventory Qty': 9 })]);
    await shop.test.ctx.db.query(
      sql`update stock set reserved = 3 where sku_id in
        (select sku_id from skus k join products p on p.product_id = k.product_id where p.handle = 'held')`,
    );
    const result = await shop.importRows([plainRow('held', { 'Variant Inventory Qty': 1 })]);
    expect(reportLines(result).join('\n')).toContain('held：文件 1，保留 3');
  });

  it('warns of a compare-at price below the price and does not use it', async () => {
    const result = await shop.importRows([plainRow('cheap', { 'Variant Compare At Price': '9.00' })]);
    expect(result).toMatchObject({ isImported: true, warnings: [{ line: 2, reason: '原价低于现价，没有采用' }] });
    expect((await shop.productOf('cheap')).compareAtFen).toBeNull();
  });
});

/** Shopify's cells under headers of another case. */
function keysInCase(row: CsvRow, header: string[]): CsvRow {
  const find = (name: string) =>
    Object.entries(row).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? '';
  return Object.fromEntries(header.map((name) => [name, find(name)]));
}

it('leaves nothing behind when it is interrupted at any statement, and succeeds afterwards', async () => {
  const rows = [
    { ...shirt[0], Type: '新分类 > 新子类', 'Variant Inventory Qty': 77 },
    shirt[2]!,
    plainRow('after-crash', { Type: '另一类' }),
  ];
  const file = await shop.write(csvText(SHOPIFY_HEADER, rows));
  const attempt = () => importCatalogue(shop.test.ctx, file, { isFetching: false });
  const before = await shop.everything();
  let crashes = 0;
  for (let at = 1; ; at++) {
    statements = 0;
    crashAt = at;
    const result = await attempt().catch(() => null);
    crashAt = Infinity;
    if (result) break;
    crashes += 1;
    expect(await shop.everything()).toEqual(before);
  }
  // reads, BEGIN, the writes of categories, products, SKUs and stock, COMMIT
  expect(crashes).toBeGreaterThan(12);
  expect(await shop.productOf('after-crash')).toMatchObject({ categories: [{ name: '另一类' }] });
});
