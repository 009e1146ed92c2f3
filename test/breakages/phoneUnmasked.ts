import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a list of orders shows whole phone numbers',
  file: 'server/src/orders/findOrders.ts',
  find: 'maskedPhone: maskPhone(row.phone)',
  replace: 'maskedPhone: row.phone',
  test: 'server/test/adminOrders.test.ts',
  testName: 'a list masks names and phones',
};
