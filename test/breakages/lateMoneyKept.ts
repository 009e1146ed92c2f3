import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'money for a closed order is kept',
  file: 'server/src/payments/settlePayment.ts',
  find: 'if (!units) return sendBack(ctx, tx, payment);',
  replace: "if (!units) return applied('paid');",
  test: 'server/test/payments.test.ts',
  testName: 'money that arrives for a closed order goes back',
};
