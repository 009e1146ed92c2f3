import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'orders that were closed again decide what is bought together',
  file: 'server/src/products/listBoughtTogether.ts',
  find: "and o.paid_at is not null and o.state <> 'closed'",
  replace: 'and o.paid_at is not null',
  test: 'server/test/boughtTogether.test.ts',
  testName: 'one person buying again and again',
};
