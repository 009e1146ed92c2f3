import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a product is found by what it was called before',
  file: 'server/src/search/indexProducts.ts',
  find: 'where not ${isCatchingUp}::boolean or',
  replace: 'where',
  test: 'server/test/search.test.ts',
  testName: 'saving a product again changes what finds it',
};
