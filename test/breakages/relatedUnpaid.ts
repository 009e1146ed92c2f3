import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'orders that nobody paid decide what is bought together',
  file: 'server/src/products/listBoughtTogether.ts',
  find: 'and o.paid_at is not null and',
  replace: 'and',
  test: 'server/test/boughtTogether.test.ts',
  testName: 'one person buying again and again',
};
