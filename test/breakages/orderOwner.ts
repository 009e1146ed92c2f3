import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order is read by its id alone',
  file: 'server/src/orders/readOrder.ts',
  find: 'and user_id = $1 and order_id = $2`',
  replace: 'and $1::bigint is not null and order_id = $2`',
  test: 'server/test/orders.test.ts',
  testName: 'another person sees, cancels and pays nothing of an order',
};
