import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a store that has closed for good still takes pick-ups',
  file: 'server/src/stores/stores.ts',
  find: 'from stores where store_id = $1 and is_active',
  replace: 'from stores where store_id = $1',
  test: 'server/test/checkout.test.ts',
  testName: 'nothing is picked up from a store that does not exist or has closed',
};
