import { product, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());

test('the products of a page come in one call, as each list of its own would answer', async () => {
  const { productId: one } = await stockShelf(shop.ctx, product({ handle: 'set-1', tags: ['套'] }));
  const { productId: two } = await stockShelf(shop.ctx, product({ handle: 'set-2', tags: ['套'] }));
  const { productId: gone } = await stockShelf(shop.ctx, product({ handle: 'set-3', state: 'off_shelf' }));
  const sources = [
    { from: 'ids', ids: [two, gone, one, '999'] },
    { from: 'tag', tag: '套', limit: 1 },
    { from: 'all' },
    { from: 'category', slug: 'nothing' },
  ];
  const get = async (url: string) => (await shop.app.inject({ url })).json();
  const { sets } = await get(`/api/product-sets?sources=${encodeURIComponent(JSON.stringify(sources))}`);
  const alone = await Promise.all(
    [`ids=${two},${gone},${one},999`, `tag=${encodeURIComponent('套')}&limit=1`, 'limit=20', 'category=nothing'].map(
      async (query) => (await get(`/api/products?${query}`)).items,
    ),
  );
  expect(sets.map(({ items }: { items: unknown[] }) => items)).toEqual(alone);
  expect(sets[0].items.map(({ id }: { id: string }) => id)).toEqual([two, one]);
  for (const wrong of ['', '[', '[]', '{}', '[{"from":"sql"}]'])
    expect((await shop.app.inject({ url: `/api/product-sets?sources=${encodeURIComponent(wrong)}` })).statusCode).toBe(
      400,
    );
});
