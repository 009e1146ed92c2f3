import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a known key is worked on again',
  file: 'server/src/idempotency.ts',
  find: 'return known.response;',
  replace: 'return null;',
  test: 'server/test/orders.test.ts',
  testName: 'the same key gives the same order',
};
