import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order past its time can still be paid',
  file: 'server/src/payments/openPayment.ts',
  find: ' || order.expires_at <= ctx.now()',
  replace: '',
  test: 'server/test/payments.test.ts',
  testName: 'an order past its time takes no payment',
};
