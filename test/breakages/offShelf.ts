import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what left the shelf can still be ordered',
  file: 'server/src/orders/quoteOrder.ts',
  find: 'if (!sku.isOnShelf) problems',
  replace: 'if (sku.priceFen < 0) problems',
  test: 'server/test/orders.test.ts',
  testName: 'a product that left the shelf cannot be ordered',
};
