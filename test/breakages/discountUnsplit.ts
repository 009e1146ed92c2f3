import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the fen that a split leaves over are lost',
  file: 'server/src/pricing/splitFen.ts',
  find: 'byRemainder.slice(0, left)',
  replace: 'byRemainder.slice(0, 0)',
  test: 'server/test/pricing.test.ts',
  testName: 'adjustments sum to the discount',
};
