import { arrange, blankRow, combinationsOf, keyOf, paste, type SkuRow } from '../../console/src/products/skuMatrix';

const COLOUR = { name: '颜色', values: ['红', '白'] };
const SIZE = { name: '大小', values: ['小', '大'] };
const row = (values: string[], priceFen: number | null = null): SkuRow => ({ ...blankRow(values), priceFen });
const namesOf = (rows: readonly SkuRow[]) => rows.map(({ values }) => values.join('/'));

test('options make every combination once, and an option without values makes none', () => {
  expect(combinationsOf([COLOUR, SIZE])).toEqual([
    ['红', '小'],
    ['红', '大'],
    ['白', '小'],
    ['白', '大'],
  ]);
  expect(combinationsOf([COLOUR, { name: '', values: [] }])).toEqual([['红'], ['白']]);
  expect(combinationsOf([])).toEqual([[]]);
});

test('a changed option keeps what was typed for the combinations that stay', () => {
  const before = [row(['红', '小'], 100), row(['红', '大'], 200), row(['白', '小'], 300), row(['白', '大'], 400)];
  const after = arrange([{ name: '颜色', values: ['白', '青'] }, SIZE], before);
  expect(namesOf(after)).toEqual(['白/小', '白/大', '青/小', '青/大']);
  expect(after.map(({ priceFen }) => priceFen)).toEqual([300, 400, null, null]);
});

test('a second option takes the prices over, and no SKU stands for two combinations', () => {
  const known = { ...row(['红'], 100), code: 'A', known: { id: '7' } as SkuRow['known'] };
  const after = arrange([COLOUR, SIZE], [known, row(['白'], 200)]);
  expect(after.map(({ priceFen }) => priceFen)).toEqual([100, 100, 200, 200]);
  expect(after.every(({ code, known: sku }) => code === '' && sku === null)).toBe(true);
});

test('an option that is taken away leaves the prices of its first value', () => {
  const before = [row(['红', '小'], 100), row(['红', '大'], 200), row(['白', '小'], 300), row(['白', '大'], 400)];
  expect(arrange([COLOUR], before).map(({ priceFen }) => priceFen)).toEqual([100, 300]);
  expect(arrange([], before).map(({ priceFen }) => priceFen)).toEqual([100]);
});

test('a block of a spreadsheet fills the table from its place on and nothing beyond', () => {
  const rows = [row(['红'], 1), row(['白'], 2), row(['青'], 3)];
  const filled = paste(rows, '12.5\t20\t7\tA-1\tbeyond\r\n9\t\t-3\tA-2\r\n1\t\t\t\r\n8', {
    row: 1,
    column: 'priceFen',
  })!;
  expect(filled[0]).toBe(rows[0]);
  expect(filled[1]).toMatchObject({ priceFen: 1250, compareAtFen: 2000, stock: 7, code: 'A-1' });
  expect(filled[2]).toMatchObject({ priceFen: 900, compareAtFen: null, stock: 0, code: 'A-2' });
  expect(paste(rows, 'only text', { row: 0, column: 'code' })).toBeNull();
  expect(paste(rows, 'x\ty', { row: 0, column: 'priceFen' })![0]!.priceFen).toBe(1);
});

test('values that hold a separator are told apart', () => {
  expect(keyOf(['a,b'])).not.toBe(keyOf(['a', 'b']));
});
