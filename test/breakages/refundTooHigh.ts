import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a refund takes what another one has been promised',
  file: 'server/src/payments/refunds.ts',
  find: 'if (fen > left) throw',
  replace: 'if (fen > left + 100_000_000) throw',
  test: 'server/test/refunds.test.ts',
  testName: 'more than is left never goes back',
};
