import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a merge moves points without the pair of entries that says so',
  file: 'server/src/members/mergePeople.ts',
  find: '  await moveLedger(ctx, tx, { from, into });',
  replace: '',
  test: 'server/test/ledgerHistories.test.ts',
  testName: 'the balance is the sum of the ledger',
};
