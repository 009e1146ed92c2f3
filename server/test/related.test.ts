import { sql } from '../src/db/db';
import type { CatalogueProduct } from '../src/products/catalogue';
import { placeOrder, product, sku, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
const ids: Record<string, string> = {};
const skuIds: Record<string, string> = {};

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
    together: { categories: fruit },
    unpaidWith: { categories: fruit },
    soldOut: { categories: tea, tags: ['手作', '送礼'], skus: [sku({ stock: 0 })] },
    offShelf: { categories: tea, tags: ['手作', '送礼'], state: 'off_shelf' },
  };
  for (const [handle, change] of Object.entries(goods)) {
    const shelf = await stockShelf(shop.ctx, product({ handle: handle.toLowerCase(), ...change }));
    ids[handle] = shelf.productId;
    skuIds[handle] = shelf.skuIds[0]!;
  }
  const shopper = await shop.shopper();
  const buy = (other: string) =>
    placeOrder(shopper, [
      { skuId: skuIds.own!, quantity: 1 },
      { skuId: skuIds[other]!, quantity: 1 },
    ]);
  const paid = await buy('together');
  await shop.ctx.db.query(sql`update orders set paid_at = now() where order_id = ${paid.id}`);
  await buy('unpaidWith');
});
afterAll(() => shop.close());

const related = async (handle: string, query = '') => {
  const person = await shop.shopper();
  const { body } = await person.get(`/api/products/${ids[handle]}/related${query}`);
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  return body.items.map((card: { id: string }) => names[card.id]);
};

test('bought together comes first, then the same category and tags, then what sells, and sold out at the end', async () => {
  expect(await related('own', '?limit=20')).toEqual([
    'together',
    'sameBoth',
    'sameCategory',
    'sameTag',
    'bestSeller',
    'unpaidWith',
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
