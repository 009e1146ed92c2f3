import { chunkAt, layOut } from '@/mall/list/shelf';
import { card, cards } from '../../support/storefront/goods';

const mixed = (from: number) =>
  cards(20, from).map((one, index) => ({
    ...one,
    title: index % 3 ? '短' : '一个很长很长很长很长很长的名字',
    tags: index % 4 ? [] : ['新品'],
  }));
const PAGES = [mixed(1), mixed(21), mixed(41)];

test('appending a page moves nothing that was there', () => {
  expect(layOut(PAGES, 'grid').chunks.slice(0, 2)).toEqual(layOut(PAGES.slice(0, 2), 'grid').chunks);
});

test('every product has one place, and the columns never differ by more than a card', () => {
  const { chunks, height } = layOut(PAGES, 'grid');
  const placed = chunks.flatMap(({ columns }) => columns.flatMap((column) => column.placed));
  expect(placed.map(({ product }) => Number(product.id)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 60 }, (_, index) => index + 1),
  );
  for (const { columns } of chunks) expect(Math.abs(columns[0]!.top - columns[1]!.top)).toBeLessThan(330);
  expect(height).toBe(chunks.at(-1)!.bottom);
});

test('a card is as high as what it says', () => {
  const heightOf = (change: object) => layOut([[card(change)]], 'grid').height;
  const plain = heightOf({ title: '短', tags: [] });
  expect(heightOf({ title: '十一个字的名字要两行', tags: [] })).toBe(plain);
  expect(heightOf({ title: '十一个字的名字要两行啦', tags: [] })).toBe(plain + 20);
  expect(heightOf({ title: '短', tags: ['新品'] })).toBe(plain + 26);
});

test('the chunk at a height is the one that is drawn there; beyond the ends the nearest', () => {
  const { chunks, height } = layOut(PAGES, 'rows');
  expect([-100, 0, 20 * 137, height - 1, height + 5000].map((y) => chunkAt(chunks, y))).toEqual([0, 0, 1, 2, 2]);
  expect(chunkAt([], 10)).toBe(0);
});
