import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order takes a price that the shopper has not seen',
  file: 'server/src/orders/placeOrder.ts',
  find: 'if (quote.totalFen !== input.expectedTotalFen)',
  replace: 'if (quote.totalFen < 0)',
  test: 'server/test/orders.test.ts',
  testName: 'a price that changed while checking out is told',
};
