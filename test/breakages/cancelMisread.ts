import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Alipay's cancelled cashier counts as undecided",
  file: 'src/platform/alipay.ts',
  find: "const CANCELLED = '6001';",
  replace: "const CANCELLED = '4000';",
  test: 'test/platform/contract.test.ts',
  testName: 'a cashier that ends cancelled is cancelled',
};
