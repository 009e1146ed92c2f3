import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order is open at two cashiers',
  file: 'server/src/payments/openPayment.ts',
  find: 'if (open && (open.platform !== platform || open.app_id !== appId)) throw new OpenElsewhere(open);',
  replace: "if (open && open.order_id === '') throw new OpenElsewhere(open);",
  test: 'server/test/paymentsChannels.test.ts',
  testName: 'a cashier that is open in another super-app is closed there',
};
