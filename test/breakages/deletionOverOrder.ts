import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a person is deleted while an order is under way',
  file: 'server/src/account/deleteAccount.ts',
  find: "state not in ('done', 'closed'))",
  replace: "state = 'unpaid')",
  test: 'server/test/forgetting.test.ts',
  testName: 'a deletion waits for a shipped order, and can be withdrawn meanwhile',
};
