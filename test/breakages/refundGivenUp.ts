import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a night without the platform ends the job of a refund',
  file: 'server/src/payments/backOff.ts',
  find: "error.code === 'platform_unavailable') return null;",
  replace: "error.code === 'starting') return null;",
  test: 'server/test/refunds.test.ts',
  testName: 'a platform that is away for days delays a refund',
};
