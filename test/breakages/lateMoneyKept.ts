import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'money for a closed order is kept',
  file: 'server/src/payments/settlePayment.ts',
  find: 'else await enqueue(ctx, tx, { topic: REFUND_PAYMENT, payload: { userId, paymentId } });',
  replace: '',
  test: 'server/test/payments.test.ts',
  testName: 'money that arrives for a closed order goes back',
};
