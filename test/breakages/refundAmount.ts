import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "a refund callback's amount is believed",
  file: 'server/src/payments/settleRefund.ts',
  find: 'if (report.refundedFen !== fen) {',
  replace: 'if (report.refundedFen === null) {',
  test: 'server/test/refunds.test.ts',
  testName: 'a refund callback that is wrong_amount changes nothing',
};
