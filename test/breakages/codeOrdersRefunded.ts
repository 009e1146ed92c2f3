import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order that went back whole stays on its code',
  file: 'server/src/codes/countOrders.ts',
  find: "r.ref not like 'late:%'), 0))",
  replace: "r.ref like 'late:%'), 0))",
  test: 'server/test/codesDesk.test.ts',
  testName: 'orders of a guide’s code are those of the staff’s results',
};
