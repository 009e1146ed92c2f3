import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the last guide takes the customer away from the first',
  file: 'server/src/attribution/belonging.ts',
  find: 'if (!current) return begin(',
  replace: 'if (current?.employeeId !== entry.employeeId) return begin(',
  test: 'server/test/attribution.test.ts',
  testName: 'the first guide keeps a customer',
};
