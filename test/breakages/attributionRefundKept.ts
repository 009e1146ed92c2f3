import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'money that went back stays in the results',
  file: 'server/src/attribution/readSales.ts',
  find: '-r.amount_fen, r.refund_id',
  replace: '0::bigint, r.refund_id',
  test: 'server/test/attributionResults.test.ts',
  testName: 'money that goes back is taken from what it was for',
};
