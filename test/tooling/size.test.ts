import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { languageLevel, measurePackage, measurePage } from '../../scripts/lib/measure';
import { budgets, overBudget, sizeTable, staleNumbers, writeTable, type Sizes } from '../../scripts/lib/sizeTable';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'size-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function put(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
}

const sizes = (change: Partial<Sizes['packages'][string]> = {}): Sizes => ({
  packages: {
    weapp: { main: 400 * 1024, subpackages: { mall: 10 * 1024 }, total: 410 * 1024, level: 2018, ...change },
  },
  h5: { total: 600 * 1024, gzip: 200 * 1024, entry: 300 * 1024, level: 2018 },
});

test('a package weighs its main package and its subpackages', () => {
  const app = JSON.stringify({ pages: ['pages/home/index'], subPackages: [{ root: 'mall' }, { root: 'orders' }] });
  put({ 'app.json': app, 'app.js': '12345', 'mall/a.js': '123', 'mall/b/c.wxss': '4567', 'mallet.js': '1' });
  expect(measurePackage(folder)).toEqual({
    main: app.length + 6,
    subpackages: { mall: 7, orders: 0 },
    total: app.length + 13,
  });
});

test("the page's entry is what index.html names", () => {
  const html = '<link href="./css/a.css"><script src="./js/app.js"></script>';
  put({ 'index.html': html, 'js/app.js': '12345', 'js/lazy.js': '1234567', 'css/a.css': '12' });
  expect(measurePage(folder)).toMatchObject({ total: html.length + 14, entry: 7 });
});

test.each([
  ['const { a, ...rest } = { ...b };', 2018],
  ['try { a() } catch { b() }', 2019],
  ['a?.b ?? c', 2020],
  ['a ||= b', 2021],
  ['class A { #b = 1 }', 2022],
])('the edition that %s needs is found', (code, level) => {
  put({ 'old.js': 'var a = 1', 'deep/new.js': code, 'style.css': 'a{}' });
  expect(languageLevel(folder)).toEqual({ level, file: path.posix.join('deep', 'new.js') });
});

test('a file that is no JavaScript at all is reported, not passed over', () => {
  put({ 'broken.js': 'this.#"e"' });
  expect(() => languageLevel(folder)).toThrow('broken.js is no JavaScript');
});

test('each budget is enforced for itself', () => {
  expect(overBudget(sizes())).toEqual([]);
  expect(overBudget(sizes({ main: budgets.main + 1 }))).toHaveLength(1);
  expect(overBudget(sizes({ subpackages: { mall: budgets.subpackage + 1 } }))).toHaveLength(1);
  expect(overBudget(sizes({ total: budgets.total + 1 }))).toHaveLength(1);
  expect(overBudget(sizes({ level: 2019 }))).toEqual(['weapp needs ES2019']);
  const h5 = { ...sizes().h5, level: budgets.level + 1 };
  expect(overBudget({ ...sizes(), h5 })).toHaveLength(1);
});

describe("README's table", () => {
  const readme = '# Shop\n\n<!-- size -->\n<!-- /size -->\n\nMore.\n';
  const written = writeTable(readme, sizeTable(sizes()));

  test('is put between its markers and nowhere else', () => {
    expect(written).toMatch(/^# Shop\n\n<!-- size -->\n\n\| KiB [\s\S]+\|\n\n<!-- \/size -->\n\nMore\.\n$/);
    expect(() => writeTable('# Shop', '')).toThrow('README.md lacks');
  });

  test('counts as right up to 2 % off', () => {
    expect(staleNumbers(written, sizeTable(sizes({ main: 407 * 1024 })))).toEqual([]);
    expect(staleNumbers(written, sizeTable(sizes({ main: 409 * 1024 })))).toEqual([
      '400.0 is written, 409.0 is measured',
    ]);
    expect(staleNumbers(written, sizeTable(sizes({ level: 2015 })))).toHaveLength(1);
    expect(staleNumbers(readme, sizeTable(sizes()))).toEqual(['the table has another shape']);
  });
});
