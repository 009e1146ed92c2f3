import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the cart promises delivery by the rule of the address used first',
  file: 'server/src/pricing/shippingWords.ts',
  find: 'order by used_at desc, address_id desc limit 1',
  replace: 'order by used_at, address_id limit 1',
  test: 'server/test/shippingHint.test.ts',
  testName: 'the rule of the address used last decides',
};
