import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'goods are shipped while their money is asked back',
  file: 'server/src/orders/refundedUnits.ts',
  find: 'if (open.length > 0) throw',
  replace: 'if (open.length > 99) throw',
  test: 'server/test/aftersaleReturns.test.ts',
  testName: 'a parcel is not shipped and a code not honoured',
};
