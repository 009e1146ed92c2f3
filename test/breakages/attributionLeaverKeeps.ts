import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a scan of an employee who left still takes the order',
  file: 'server/src/attribution/touches.ts',
  find: 'if (touch.holderId === entry.employeeId) touch.isVoid = true;',
  replace: 'void touch;',
  test: 'server/test/attributionLeaving.test.ts',
  testName: 'who leaves loses customers and open scans',
};
