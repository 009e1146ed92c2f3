import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'one person who orders again and again decides what is bought together',
  file: 'server/src/products/listBoughtTogether.ts',
  find: 'having count(distinct mine.user_id) >=',
  replace: 'having count(*) >=',
  test: 'server/test/boughtTogether.test.ts',
  testName: 'one person buying again and again',
};
