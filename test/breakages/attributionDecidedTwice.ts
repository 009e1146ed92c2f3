import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order is decided anew when its job runs again',
  file: 'server/src/attribution/attributeOrder.ts',
  find: 'on conflict (user_id, order_id) do nothing',
  replace: 'on conflict (user_id, order_id) do update set employee_id = excluded.employee_id',
  test: 'server/test/attribution.test.ts',
  testName: 'an order is decided once',
};
