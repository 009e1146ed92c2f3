import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'lists keep a product whose last unit the cache was not told of',
  file: 'server/src/orders/stock.ts',
  find: 'if (rows.some((row) => row.available === 0)) await',
  replace: 'if (rows.length === 0) await',
  test: 'server/test/hotReads.test.ts',
  testName: 'the last unit makes a product sold out in lists at once',
};
