import { sql } from '../src/db/db';
import { editCategory } from '../src/products/editCategories';
import { product, stockShelf } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
});
afterAll(() => shop.close());

const found = async (word: string) => {
  const answer = await shop.app.inject({ url: `/api/products?q=${encodeURIComponent(word)}` });
  return answer.json().items.map((item: { title: string }) => item.title);
};

test.each(['茶与咖啡', '乌龙茶'])(
  'a product is found by the new name of its category %s, no longer by the old one',
  async (name) => {
    await stockShelf(shop.ctx, product({ handle: 'cup', title: '白瓷杯' }));
    expect(await found(name)).toEqual(['白瓷杯']);
    const [row] = await shop.ctx.db.query<{ id: string; slug: string }>(
      sql`select category_id as id, slug from categories where name = ${name}`,
    );
    await editCategory(shop.ctx, row!.id, { name: '秋日暖饮', slug: row!.slug, imageUrl: null });
    expect(await found('秋日暖饮')).toEqual(['白瓷杯']);
    expect(await found(name)).toEqual([]);
    await editCategory(shop.ctx, row!.id, { name, slug: row!.slug, imageUrl: null });
  },
);
