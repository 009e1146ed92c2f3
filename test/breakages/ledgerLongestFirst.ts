import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'points that last longest are spent first',
  file: 'server/src/ledger/spend.ts',
  find: 'over (order by expires_at nulls last, lot_id)',
  replace: 'over (order by expires_at desc nulls first, lot_id)',
  test: 'server/test/ledger.test.ts',
  testName: 'what expires first is spent first, and comes back to where it was',
};
