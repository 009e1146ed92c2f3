import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'asking for days uses up the tries of a job',
  file: 'server/src/payments/backOff.ts',
  find: 'return waitMs < LONGEST_MS ? at : { waitUntil: at };',
  replace: 'return at;',
  test: 'server/test/refunds.test.ts',
  testName: 'a platform that is away for days delays a refund',
};
