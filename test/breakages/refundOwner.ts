import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "another person's order is refunded",
  file: 'server/src/payments/refunds.ts',
  find: 'sql`select state from orders where user_id = ${userId} and order_id',
  replace: 'sql`select state from orders where ${userId}::bigint > 0 and order_id',
  test: 'server/test/refunds.test.ts',
  testName: "another person's order, and another order's payment, are not found",
};
