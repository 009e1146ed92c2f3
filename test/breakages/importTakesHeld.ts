import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an import takes stock that orders hold',
  file: 'server/src/products/saveStock.ts',
  find: 'Math.max(line.wanted!, row.reserved)',
  replace: 'line.wanted!',
  test: 'server/test/catalogue.test.ts',
  testName: 'never goes below what orders hold',
};
