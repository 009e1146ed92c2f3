import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what moved at midnight is missed in a bill that cannot have it',
  file: 'server/src/payments/billedMoves.ts',
  find: 'const to = new Date(startOf(addDays(day, 1)).getTime() - EDGE_MS);',
  replace: 'const to = startOf(addDays(day, 1));',
  test: 'server/test/reconcile.test.ts',
  testName: 'a payment that the platform counts to the next day is no difference on either',
};
