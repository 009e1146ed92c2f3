import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a store manager reaches the codes of other stores',
  file: 'server/src/codes/reachCode.ts',
  find: '(storeIds === null || (code.storeId !== null && storeIds.includes(code.storeId)))',
  replace: 'storeIds !== undefined',
  test: 'server/test/codesDesk.test.ts',
  testName: 'a store manager makes, sees, revokes and prints codes of their own stores only',
};
