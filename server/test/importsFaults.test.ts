import { reportLines } from '../src/imports/report';
import { csvText, plainRow, SHOPIFY_HEADER, type CsvRow } from './support/csv';
import { faultsOf, importShop, type ImportShop } from './support/importShop';

let shop: ImportShop;
beforeAll(async () => {
  shop = await importShop();
});
afterAll(() => shop.close());

describe('a file with bad rows', () => {
  it('writes nothing, and each bad row is named by its line and reason', async () => {
    const before = await shop.everything();
    const rows = [
      plainRow('good-1', { 'Body (HTML)': '两\n行' }), // lines 2 and 3
      plainRow('bad-price', { 'Variant Price': '十元' }),
      plainRow('good-2'),
      plainRow('bad-stock', { 'Variant Inventory Qty': -2 }),
      plainRow('', { Title: '没有 Handle' }),
    ];
    expect(faultsOf(await shop.importRows(rows))).toEqual([
      [4, '价格“十元”不是不小于 0、至多两位小数的金额（Variant Price）'],
      [6, '库存“-2”不是不小于 0 的整数（Variant Inventory Qty）'],
      [7, '缺少 Handle'],
    ]);
    expect(await shop.everything()).toEqual(before);
  });

  it.each<[string, CsvRow[], [number, string][]]>([
    ['without a price', [plainRow('x', { 'Variant Price': '' })], [[2, '缺少价格（Variant Price）']]],
    ['without a title', [plainRow('x', { Title: '' })], [[2, '商品的首行缺少标题（Title）']]],
    ['with half a piece in stock', [plainRow('x', { 'Variant Inventory Qty': '1.5' })], [[2, '1.5']]],
    ['with a negative price', [plainRow('x', { 'Variant Price': '-1' })], [[2, '“-1”']]],
    ['with a third of a fen', [plainRow('x', { 'Variant Price': '0.333' })], [[2, '0.333']]],
    ['with a price beyond all sense', [plainRow('x', { 'Variant Price': '10000001' })], [[2, '太大']]],
    ['with a bad compare-at price', [plainRow('x', { 'Variant Compare At Price': 'x' })], [[2, '原价']]],
    ['with an unknown status', [plainRow('x', { Status: 'sold' })], [[2, '“sold”']]],
    ['with an unknown Published', [plainRow('x', { Published: 'maybe' })], [[2, '“maybe”']]],
    ['with a bad handle', [plainRow('a b/c')], [[2, 'Handle“a b/c”']]],
    [
      'with a title that is too long',
      [plainRow('x', { Title: '长'.repeat(256) })],
      [[2, '标题太长（256 字，至多 255）']],
    ],
    ['with a NUL', [plainRow('x', { Title: 'a\0b' })], [[2, '控制字符']]],
    ['with a bad weight', [plainRow('x', { 'Variant Grams': '一斤' })], [[2, '重量']]],
    [
      'with the same combination twice',
      [plainRow('x'), { Handle: 'x', 'Variant Price': 1 }].map((row) => ({
        ...row,
        'Option1 Name': '色',
        'Option1 Value': '红',
      })),
      [[3, '与第 2 行的款式“红”重复']],
    ],
    [
      'with a missing option value',
      [plainRow('x', { 'Option1 Name': '色', 'Option1 Value': '红' }), { Handle: 'x', 'Variant Price': 1 }],
      [[3, '缺少选项“色”的值（Option1 Value）']],
    ],
    [
      'with a value of an option that has no name',
      [plainRow('x', { 'Option2 Value': '大' })],
      [[2, '有选项值“大”，但首行没有选项名（Option2 Name）']],
    ],
    [
      'with an SKU code of another product',
      [plainRow('x', { 'Variant SKU': 'A' }), plainRow('y', { 'Variant SKU': 'A' })],
      [[3, 'SKU 编码“A”与第 2 行重复']],
    ],
    ['with pictures only', [{ Handle: 'x', Title: '画', 'Image Src': 'https://a.cn/1.jpg' }], [[2, '没有一行带价格']]],
    [
      'with too many pictures',
      [
        plainRow('x'),
        ...Array.from({ length: 251 }, (_, i) => ({ Handle: 'x', 'Image Src': `https://a.cn/${i}.jpg` })),
      ],
      [[253, '图片太多（至多 250 张）']],
    ],
  ])('refuses a product %s', async (_what, rows, expected) => {
    const faults = faultsOf(await shop.importRows(rows));
    expect(faults).toEqual(expected.map(([line, part]) => [line, expect.stringContaining(part)]));
  });

  it('refuses a fourth option', async () => {
    const header = [...SHOPIFY_HEADER, 'Option4 Name', 'Option4 Value'];
    const faults = faultsOf(
      await shop.importRows([plainRow('x', { 'Option4 Name': '甲', 'Option4 Value': '乙' })], header),
    );
    expect(faults).toEqual([[2, '选项超过 3 个']]);
  });

  it('refuses an SKU code that a product outside the file sells under, because that would make a double', async () => {
    await shop.importRows([plainRow('owner', { 'Variant SKU': 'OWN-1' })]);
    const faults = faultsOf(await shop.importRows([plainRow('thief', { 'Variant SKU': 'OWN-1' })]));
    expect(faults).toEqual([[2, 'SKU 编码“OWN-1”已属于商品“owner”']]);
  });

  it.each([
    ['nothing', '', [[1, '文件是空的']]],
    ['a header alone', csvText(SHOPIFY_HEADER, []), [[1, '只有表头，没有商品']]],
    [
      'other columns',
      '名称,价钱\n杯,1\n',
      [
        [1, '缺少“Handle”列'],
        [1, '缺少“Title”列'],
        [1, '缺少“Variant Price”列'],
      ],
    ],
    ['a column twice', 'Handle,Title,Title,Variant Price\na,b,c,1\n', [[1, '列“Title”出现了 2 次']]],
    ['more cells than headers', 'Handle,Title,Variant Price\na,b,1,2\n', [[2, '比表头多出几列']]],
    [
      'a quote left open',
      'Handle,Title,Variant Price\na,b,1\nc,"d,1\ne,f,1\n',
      [[3, '引号没有闭合；其后的内容没有检查']],
    ],
  ])('refuses a file with %s', async (_what, content, faults) => {
    expect(faultsOf(await shop.importText(content))).toEqual(faults);
  });

  it('lists fifty of many faults and counts the others', async () => {
    const result = await shop.importRows(
      Array.from({ length: 60 }, (_, i) => plainRow(`x-${i}`, { 'Variant Price': 'x' })),
    );
    const lines = reportLines(result);
    expect(lines).toHaveLength(52);
    expect([lines[0], lines.at(-1)]).toEqual(['文件有 60 处错误，没有写入任何内容：', '  ……还有 10 处']);
  });
});
