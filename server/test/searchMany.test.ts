import { saveCatalogue } from '../src/products/saveCatalogue';
import { product, sku } from './support/fixtures';
import { testApp, type TestApp } from './support/testApp';

/** More than are sorted in one go, and both of the tiers below the first as well. */
const TITLED = 650;
const LABELLED = 60;
const SCATTERED = 40;

let shop: TestApp;
const goods = Array.from({ length: TITLED + LABELLED + SCATTERED }, (_, index) => ({
  handle: `many-${index}`,
  tier: index < TITLED ? 3 : index < TITLED + LABELLED ? 2 : 1,
  sales: (index * 7) % 11,
  fen: 1000 + ((index * 37) % 5000),
}));

beforeAll(async () => {
  shop = await testApp();
  await saveCatalogue(
    shop.ctx,
    goods.map(({ handle, tier, sales, fen }) =>
      product({
        handle,
        title: tier === 3 ? `铜灯 ${handle}` : `摆件 ${handle}`,
        tags: tier === 2 ? ['铜灯'] : [],
        subtitle: tier === 1 ? '可配铜灯' : '',
        salesCount: sales,
        skus: [sku({ priceFen: fen })],
      }),
    ),
  );
}, 60_000);
afterAll(() => shop.close());

interface Item {
  id: string;
  title: string;
  salesCount: number;
}

async function allPages(query: string, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const url: string = `/api/products?${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
    const body: { items: Item[]; nextCursor: string | null } = (await shop.app.inject({ url })).json();
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

test.each(['灯', '铜灯'])(
  'of more finds than are sorted at once, %s, every page follows on: tier, sales, newest',
  async (q) => {
    const items = await allPages(`q=${encodeURIComponent(q)}`, 50);
    const handleOf = ({ title }: Item) => title.split(' ')[1]!;
    const ids = new Map(items.map((item) => [handleOf(item), BigInt(item.id)]));
    const expected = [...goods].sort((a, b) => {
      const newer = ids.get(b.handle)! > ids.get(a.handle)! ? 1 : -1;
      return b.tier - a.tier || b.sales - a.sales || newer;
    });
    expect(items.map(handleOf)).toEqual(expected.map(({ handle }) => handle));
  },
);

test('a filter leaves the same order, whether few or many were found', async () => {
  const q = `q=${encodeURIComponent('灯')}`;
  const all = await allPages(q, 50);
  const cheap = await allPages(`${q}&priceMax=2500`, 20);
  const kept = new Set(cheap.map(({ id }) => id));
  expect(cheap).toHaveLength(goods.filter(({ fen }) => fen <= 2500).length);
  expect(cheap).toEqual(all.filter(({ id }) => kept.has(id)));
});
