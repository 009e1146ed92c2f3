import { countOf, NO_FILTER, toQuery } from '@/mall/list/filter';

test.each([
  [{}, {}],
  [{ minYuan: '19.9' }, { priceMin: 1990 }],
  [
    { minYuan: '0', maxYuan: '0.01' },
    { priceMin: 0, priceMax: 1 },
  ],
  [
    { minYuan: '300', maxYuan: '100' },
    { priceMin: 10_000, priceMax: 30_000 },
  ],
  [{ minYuan: 'abc', maxYuan: '-1' }, {}],
  [{ maxYuan: '99999999' }, {}],
  [
    { isInStock: true, category: 'tea' },
    { inStock: 'true', category: 'tea' },
  ],
])('the filter %j is asked for as %j', (change, query) => {
  expect(toQuery({ ...NO_FILTER, ...change })).toEqual(query);
  expect(countOf({ ...NO_FILTER, ...change })).toBe(Object.keys(query).length);
});
