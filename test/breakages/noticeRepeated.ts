import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a payment that is settled is settled again',
  file: 'server/src/payments/settlePayment.ts',
  find: "if (payment.state !== 'paying' && payment.state !== 'closed') return ignored(payment.state, 'nothing_new');",
  replace: '',
  test: 'server/test/paymentsNotices.test.ts',
  testName: 'another callback about money that is settled changes nothing',
};
