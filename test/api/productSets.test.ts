import { loadProductSet } from '@/api/productSets';
import type { ProductSource } from '@jishi/contract/layouts';
import { fakeServer, refuse } from '../support/storefront/fakeServer';
import { card, cards, productPage } from '../support/storefront/goods';

const tag = (name: string): ProductSource => ({ from: 'tag', tag: name, limit: 4 });
const titled = (title: string) => card({ title });

test('the lists that blocks ask for in one moment travel in one call, each to its own block', async () => {
  const server = fakeServer({
    'GET /api/product-sets': ({ query }) => ({
      sets: (JSON.parse(query.sources!) as { tag: string }[]).map((source) => ({ items: [titled(source.tag)] })),
    }),
  });
  const pages = await Promise.all(['甲', '乙', '丙'].map((name) => loadProductSet(tag(name))));
  expect(pages.map(({ items }) => items[0]!.title)).toEqual(['甲', '乙', '丙']);
  expect(server.seen.map(({ route }) => route)).toEqual(['GET /api/product-sets']);
});

test('one list alone is asked for as a list', async () => {
  const server = fakeServer({ 'GET /api/products': () => productPage(cards(2)) });
  expect((await loadProductSet(tag('甲'))).items).toHaveLength(2);
  expect(server.seen.map(({ route }) => route)).toEqual(['GET /api/products']);
});

test('where the one call is refused or lacks a set, each list goes its own way', async () => {
  const lists = { 'GET /api/products': () => productPage([titled('自己来')]) } as const;
  fakeServer({ ...lists, 'GET /api/product-sets': () => refuse('internal') });
  const refused = await Promise.all([loadProductSet(tag('甲')), loadProductSet(tag('乙'))]);
  expect(refused.map(({ items }) => items[0]!.title)).toEqual(['自己来', '自己来']);
  fakeServer({ ...lists, 'GET /api/product-sets': () => ({ sets: [{ items: [titled('一起来')] }] }) });
  const short = await Promise.all([loadProductSet(tag('甲')), loadProductSet(tag('乙'))]);
  expect(short.map(({ items }) => items[0]!.title)).toEqual(['一起来', '自己来']);
});

test('no call carries more than twenty lists, or more text than the server reads', async () => {
  const server = fakeServer({
    'GET /api/product-sets': ({ query }) => ({
      sets: (JSON.parse(query.sources!) as object[]).map(() => ({ items: [] })),
    }),
  });
  const ids = (count: number): ProductSource => ({
    from: 'ids',
    ids: Array.from({ length: count }, (_, index) => String(10 ** 17 + index)),
  });
  await Promise.all(
    [...Array.from({ length: 41 }, () => tag('甲')), ...Array.from({ length: 12 }, () => ids(50))].map(loadProductSet),
  );
  const calls = server.to('GET /api/product-sets').map(({ query }) => query.sources!);
  const sizes = calls.map((text) => (JSON.parse(text) as object[]).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(53);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
  expect(Math.max(...calls.map((text) => text.length))).toBeLessThanOrEqual(8000);
});
