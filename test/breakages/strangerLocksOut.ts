import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'tries are counted by name alone, so that a stranger locks the employee out',
  file: 'server/src/employees/signInTries.ts',
  find: 'return { source: `address ${hashToken(network)}`, isKnown: false };',
  replace: "return { source: network && 'address', isKnown: false };",
  test: 'server/test/adminSessions.test.ts',
  testName: 'a stranger who is locked out does not lock out the employee',
};
