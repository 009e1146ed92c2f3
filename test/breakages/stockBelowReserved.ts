import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a count may go below what orders hold',
  file: 'server/src/products/adjustStock.ts',
  find: 'and known.reserved <= ${onHand}::int returning',
  replace: 'returning',
  test: 'server/test/adminProducts.test.ts',
  testName: 'stock never goes below what orders hold',
};
