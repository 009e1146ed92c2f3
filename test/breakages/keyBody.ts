import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a key answers for any body',
  file: 'server/src/idempotency.ts',
  find: ' || known.body_hash !== bodyHash',
  replace: '',
  test: 'server/test/orders.test.ts',
  testName: 'a key that was used for another body is refused',
};
