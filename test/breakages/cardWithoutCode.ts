import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a guide’s card of a product does not say whose it is',
  file: 'src/lib/routes.ts',
  find: 'withQuery(PATHS.product, { id: target.id, k: token })',
  replace: 'withQuery(PATHS.product, { id: target.id })',
  test: 'test/staff/share.test.tsx',
  testName: 'the card for a customer carries the code in its path, and so do the words that are copied',
};
