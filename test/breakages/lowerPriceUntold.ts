import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order at a lower price than the one shown is taken without a word',
  file: 'server/src/orders/placeOrder.ts',
  find: 'if (quote.totalFen !== input.expectedTotalFen)',
  replace: 'if (quote.totalFen > input.expectedTotalFen)',
  test: 'test/stories/merchant.test.ts',
  testName: 'price: changed by the shop during the checkout, it is charged only after a yes to the new one',
};
