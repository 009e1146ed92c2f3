import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "a browser cashier's address is handed out when it is dead",
  file: 'server/src/payments/askIntent.ts',
  find: "if (intent.kind === 'h5') return intent;",
  replace: '',
  test: 'server/test/platformWeappRoute.test.ts',
  testName: 'paying on H5 again gets an address that is still young',
};
