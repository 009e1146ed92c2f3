import sharp from 'sharp';
import type { CatalogueProduct } from '../src/products/catalogue';
import { CATEGORY_ICONS, DEMO_CATEGORIES } from '../src/demo/categories';
import { demoProducts } from '../src/demo/demoProducts';
import { emojiFile } from '../src/demo/emoji';
import { composeAll, composePicture, pictureKey } from '../src/demo/pictures';
import { readScene } from '../src/demo/scenes';
import { seedDemo } from '../src/demo/seedDemo';

const allSkus = demoProducts.flatMap((product) => product.skus);
const scenesOf = (product: (typeof demoProducts)[number]) => [
  ...product.pictures,
  ...product.skus.flatMap((sku) => sku.picture ?? []),
];
const stockOf = (product: (typeof demoProducts)[number]) =>
  product.skus.reduce((sum, sku) => sum + (sku.stock ?? 0), 0);
const repeated = <T>(values: T[]) => values.filter((value, i) => values.indexOf(value) !== i);
const tagged = (tag: string) => demoProducts.filter((p) => p.state === 'on_shelf' && p.tags.includes(tag)).length;

test('the shop has at least 168 products in at least nine lanes of two levels, each with at least ten', () => {
  expect(demoProducts.length).toBeGreaterThanOrEqual(168);
  expect(DEMO_CATEGORIES.length).toBeGreaterThanOrEqual(9);
  for (const { name } of DEMO_CATEGORIES) {
    expect(demoProducts.filter((p) => p.categories[0]?.[0] === name).length).toBeGreaterThanOrEqual(10);
  }
});

test('every product stands in a known stall, and no stall is empty', () => {
  const stalls = DEMO_CATEGORIES.flatMap((top) => (top.children ?? []).map((child) => `${top.name}/${child.name}`));
  const used = new Set(demoProducts.map((product) => product.categories[0]?.join('/')));
  expect([...used].sort()).toEqual([...stalls].sort());
});

test('category slugs are unique, and every icon that a category names is stored', () => {
  const all = DEMO_CATEGORIES.flatMap((top) => [top, ...(top.children ?? [])]);
  expect(repeated(all.map((category) => category.slug))).toEqual([]);
  expect(all.map((category) => category.imageUrl).sort()).toEqual(
    CATEGORY_ICONS.map((icon) => `/assets/${icon.name}`).sort(),
  );
});

test('handles are plain and unique, and no two products share a title, subtitle or description', () => {
  expect(demoProducts.filter((product) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(product.handle))).toEqual([]);
  expect(repeated(demoProducts.map((product) => product.handle))).toEqual([]);
  expect(repeated(demoProducts.map((product) => product.title))).toEqual([]);
  expect(repeated(demoProducts.map((product) => product.subtitle))).toEqual([]);
  expect(repeated(demoProducts.map((product) => product.descriptionHtml))).toEqual([]);
});

test('SKU codes are unique in the whole shop', () => {
  expect(repeated(allSkus.map((sku) => sku.code))).toEqual([]);
});

test('every SKU names one existing value of each option, and no two SKUs of a product name the same', () => {
  for (const { options, skus } of demoProducts) {
    expect(skus.length).toBeGreaterThan(0);
    expect(repeated(skus.map((sku) => sku.optionValues.join('\n')))).toEqual([]);
    for (const sku of skus) {
      expect(sku.optionValues).toHaveLength(options.length);
      sku.optionValues.forEach((value, axis) => expect(options[axis]?.values).toContain(value));
    }
  }
});

test('every option value can be had in some combination', () => {
  for (const { handle, options, skus } of demoProducts) {
    const unused = options.flatMap(({ values }, axis) =>
      values.filter((value) => !skus.some((sku) => sku.optionValues[axis] === value)),
    );
    expect([handle, unused]).toEqual([handle, []]);
  }
});

test('prices are positive whole fen below their compare-at price, stock is whole and never negative', () => {
  for (const sku of allSkus) {
    expect(Number.isInteger(sku.priceFen) && sku.priceFen > 0).toBe(true);
    expect(sku.compareAtFen ?? Infinity).toBeGreaterThan(sku.priceFen);
    expect(Number.isInteger(sku.stock) && (sku.stock ?? -1) >= 0).toBe(true);
    expect(sku.weightGrams).toBeGreaterThan(0);
  }
});

test('products with one, two and three axes exist, with combinations that were never made', () => {
  for (const axes of [0, 1, 2, 3]) {
    expect(demoProducts.filter((product) => product.options.length === axes).length).toBeGreaterThanOrEqual(3);
  }
  const full = (p: (typeof demoProducts)[number]) => p.options.reduce((n, option) => n * option.values.length, 1);
  expect(demoProducts.filter((product) => product.skus.length < full(product)).length).toBeGreaterThanOrEqual(10);
});

test('one product is sold out, one has two units left, one is off the shelf, one has a very long title', () => {
  const onShelf = demoProducts.filter((product) => product.state === 'on_shelf');
  expect(onShelf.filter((product) => stockOf(product) === 0)).toHaveLength(1);
  expect(onShelf.filter((product) => stockOf(product) === 2)).toHaveLength(1);
  expect(demoProducts.length - onShelf.length).toBe(1);
  expect(onShelf.some((product) => product.title.length > 50)).toBe(true);
});

test('the blocks of the home page find at least a dozen products for each of their tags', () => {
  expect(Math.min(...['热卖', '新品', '秋日', '送礼'].map(tagged))).toBeGreaterThanOrEqual(12);
});

test('descriptions are two to five blocks of plain paragraphs and lists', () => {
  for (const { descriptionHtml } of demoProducts) {
    expect(descriptionHtml).toMatch(/^(<p>[^<]+<\/p>|<ul>(<li>[^<]+<\/li>)+<\/ul>){2,5}$/);
  }
});

test('every scene can be read and every emoji of it exists', () => {
  const scenes = demoProducts.flatMap(scenesOf).map((picture) => readScene(picture.scene, picture.colour));
  const emoji = new Set(scenes.flatMap((scene) => scene.things.map((thing) => thing.emoji)));
  for (const { thing } of CATEGORY_ICONS) emoji.add(thing.split('#')[0] ?? '');
  expect([...emoji].filter((one) => emojiFile(one) === null)).toEqual([]);
});

test('every product has one to four pictures that differ', () => {
  for (const { handle, pictures } of demoProducts) {
    expect([handle, repeated(pictures.map(pictureKey))]).toEqual([handle, []]);
    expect(pictures.length).toBeGreaterThanOrEqual(1);
    expect(pictures.length).toBeLessThanOrEqual(4);
  }
});

test('the colours of a product have different pictures, and the cover shows the first colour', () => {
  const coloured = demoProducts.filter((product) => product.skus.some((sku) => sku.picture?.colour));
  expect(coloured.length).toBeGreaterThanOrEqual(30);
  for (const { pictures, skus } of coloured) {
    expect(new Set(skus.map((sku) => sku.picture && pictureKey(sku.picture))).size).toBeGreaterThan(1);
    expect(pictures[0]).toEqual(skus.find((sku) => sku.picture)?.picture);
  }
});

test('the same scene gives the same bytes, another colour gives others: a square JPEG of 600 pixels', async () => {
  const [first, again, other] = await Promise.all([
    composePicture('jade.plinth 🫖#', '#c9482b'),
    composePicture('jade.plinth 🫖#', '#c9482b'),
    composePicture('jade.plinth 🫖#', '#7f9a97'),
  ]);
  expect(first.equals(again)).toBe(true);
  expect(first.equals(other)).toBe(false);
  expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 600, height: 600 });
});

test('a dyed thing takes the wanted colour', async () => {
  const picture = await composePicture('cream.hang 👗#', '#2f5f4e');
  const middle = await sharp(picture).extract({ left: 250, top: 330, width: 100, height: 60 }).toBuffer();
  const { dominant } = await sharp(middle).stats();
  expect(dominant.g).toBeGreaterThan(dominant.r + 20);
  expect(dominant.g).toBeGreaterThan(dominant.b);
});

test('composing tells how far it is and makes every picture once', async () => {
  const told: [number, number][] = [];
  let kept = 0;
  const jobs = [
    { scene: 'sand 🍊', colour: null },
    { scene: 'sand 🍊', colour: null },
    { scene: 'sand 🧢#', colour: '#3f6450' },
  ];
  const paths = await composeAll(
    jobs,
    async () => `/assets/${++kept}.jpg`,
    (done, total) => told.push([done, total]),
  );
  expect(kept).toBe(2);
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(new Set(jobs.map((job) => paths.get(pictureKey(job)))).size).toBe(2);
});

test('with a placeholder the shop is saved twice alike without composing a picture', async () => {
  const saved: CatalogueProduct[][] = [];
  const assets = {
    put: () => Promise.reject(new Error('composed')),
    putNamed: () => Promise.reject(new Error('composed')),
  };
  for (let i = 0; i < 2; i++) {
    await seedDemo({ assets, placeholder: '/assets/none.jpg', save: async (products) => void saved.push(products) });
  }
  expect(saved[0]).toEqual(saved[1]);
  expect(saved[0]).toHaveLength(demoProducts.length);
  expect(new Set(saved[0]?.flatMap((product) => product.images.map((image) => image.url)))).toEqual(
    new Set(['/assets/none.jpg']),
  );
});
