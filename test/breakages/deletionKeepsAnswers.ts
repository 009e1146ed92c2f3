import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a deleted person stays readable in the answers kept for repeated requests',
  file: 'server/src/account/personalTables.ts',
  find: '  idempotency_keys: { ...remove,',
  replace: "  idempotency_keys: { ...keep('answers'),",
  test: 'server/test/forgetting.test.ts',
  testName: 'is named nowhere in the database any more, and their device in the list of devices alone',
};
