import type { CatalogueProduct } from '../src/products/catalogue';
import { product, sku, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
const ids: Record<string, string> = {};

beforeAll(async () => {
  shop = await testApp();
  const tea = [['茶与咖啡', '乌龙茶']];
  const fruit = [['当季鲜果', '柑橘']];
  const goods: Record<string, Partial<CatalogueProduct>> = {
    own: { categories: tea, tags: ['手作', '送礼'] },
    sameBoth: { categories: tea, tags: ['手作'] },
    sameCategory: { categories: tea },
    sameTag: { categories: fruit, tags: ['送礼'] },
    bestSeller: { categories: fruit, salesCount: 900 },
    other: { categories: fruit },
    soldOut: { categories: tea, tags: ['手作', '送礼'], skus: [sku({ stock: 0 })] },
    offShelf: { categories: tea, tags: ['手作', '送礼'], state: 'off_shelf' },
  };
  for (const [handle, change] of Object.entries(goods)) {
    const shelf = await stockShelf(shop.ctx, product({ handle: handle.toLowerCase(), ...change }));
    ids[handle] = shelf.productId;
  }
});
afterAll(() => shop.close());

const related = async (handle: string, query = '') => {
  const person = await shop.shopper();
  const { body } = await person.get(`/api/products/${ids[handle]}/related${query}`);
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  return body.items.map((card: { id: string }) => names[card.id]);
};

test('the same category and tags come first, then one of them, then what sells, and sold out at the end', async () => {
  expect(await related('own', '?limit=20')).toEqual([
    'sameBoth',
    'sameCategory',
    'sameTag',
    'bestSeller',
    'other',
    'soldOut',
  ]);
});

test('a product is never related to itself, nor to what left the shelf, and the limit holds', async () => {
  for (const handle of Object.keys(ids)) {
    const all = await related(handle, '?limit=20');
    expect(all).not.toContain(handle);
    expect(all).not.toContain('offShelf');
    expect(await related(handle, '?limit=3')).toEqual(all.slice(0, 3));
  }
});

test('a product that never was has no related ones', async () => {
  const person = await shop.shopper();
  expect((await person.get('/api/products/1/related')).body.error.code).toBe('not_found');
});
