import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'orders that nobody paid decide what is bought together',
  file: 'server/src/products/listRelatedProducts.ts',
  find: ' and o.paid_at is not null',
  replace: '',
  test: 'server/test/related.test.ts',
  testName: 'bought together comes first',
};
