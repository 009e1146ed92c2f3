import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the second editor of a product saves over the first',
  file: 'server/src/products/editProducts.ts',
  find: 'if (product.revision !== revision) ',
  replace: 'if (product.revision < revision) ',
  test: 'server/test/adminProducts.test.ts',
  testName: 'an edit of what somebody changed meanwhile is refused with what is there now, and changes nothing',
};
