import { DEMO_CATEGORIES, CATEGORY_ICONS } from '../src/demo/categories';
import { seedLayouts } from '../src/demo/demoLayouts';
import { seedDemo } from '../src/demo/seedDemo';
import { saveCatalogue } from '../src/products/saveCatalogue';
import { employee } from './support/employees';
import { ask } from './support/layouts';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
beforeAll(async () => {
  shop = await testApp();
  const { ctx } = shop;
  await seedDemo({
    assets: ctx.assets,
    placeholder: '/assets/demo/none.jpg',
    save: (products) => saveCatalogue(ctx, products, { categories: DEMO_CATEGORIES }).then(() => undefined),
  });
  const artwork = [1, 2, 3].map((nth) => `demo/banner-${nth}.jpg`).concat(CATEGORY_ICONS.map(({ name }) => name));
  for (const name of artwork) await ctx.assets.putNamed(name, Buffer.from('drawn'));
  await seedLayouts(ctx);
}, 60_000);
afterAll(() => shop.close());

test('the demo shop’s campaign is released with nearly every kind of block, and nothing in it is wrong', async () => {
  const { status, body } = await ask(shop, { slug: 'nianhuo' });
  expect([status, body.document.title]).toEqual([200, '年货节']);
  expect(new Set(body.document.blocks.map(({ kind }: { kind: string }) => kind)).size).toBeGreaterThanOrEqual(11);
  const owner = await employee(shop, 'owner');
  const { items } = (await owner.send('GET', '/admin/layouts')).body;
  expect(items.map(({ slug }: { slug: string }) => slug)).toEqual(['home', 'category', 'member', 'nianhuo']);
  for (const { id } of [items[0], items[3]])
    expect((await owner.send('GET', `/admin/layouts/${id}/draft`)).body.problems).toEqual([]);
});
