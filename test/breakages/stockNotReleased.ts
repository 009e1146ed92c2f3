import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a closed order keeps its units',
  file: 'server/src/payments/closeOrder.ts',
  find: 'await releaseStock(ctx, tx, units, orderId);',
  replace: '',
  test: 'server/test/orders.test.ts',
  testName: 'cancelling gives the units back once',
};
