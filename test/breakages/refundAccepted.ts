import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an accepted refund counts as money that went back',
  file: 'server/src/payments/settleRefund.ts',
  find: "if (report.state === 'succeeded') return succeed(",
  replace: "if (report.state !== 'failed') return succeed(",
  test: 'server/test/refunds.test.ts',
  testName: 'accepted is not back',
};
