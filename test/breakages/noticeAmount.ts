import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "a callback's amount is believed",
  file: 'server/src/payments/settlePayment.ts',
  find: 'if (report.paidFen !== Number(payment.amount_fen))',
  replace: 'if (report.paidFen === null)',
  test: 'server/test/payments.test.ts',
  testName: 'a signed callback with a wrong amount does not pay the order',
};
