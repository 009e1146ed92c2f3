import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'staff read the orders of other stores',
  file: 'server/src/orders/findOrders.ts',
  find: "if (storeIds && !storeIds.includes(order.pickup?.storeId ?? '')) throw new AppError('not_found');",
  replace: '',
  test: 'server/test/pickups.test.ts',
  testName: 'store managers and staff see the orders of their own stores',
};
