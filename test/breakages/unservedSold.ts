import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order is taken for a place where nothing is delivered',
  file: 'server/src/orders/placeOrder.ts',
  find: "  if (unserved) throw new AppError('not_served', unserved);\n",
  replace: '',
  test: 'server/test/checkout.test.ts',
  testName: 'where nothing is delivered the quote says why, and an order is refused',
};
