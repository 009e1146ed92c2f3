import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a payment that is settled is settled again',
  file: 'server/src/payments/settlePayment.ts',
  find: "if (payment.state !== 'paying' && payment.state !== 'closed') return payment.state;",
  replace: '',
  test: 'server/test/payments.test.ts',
  testName: 'the same callback twice pays once',
};
