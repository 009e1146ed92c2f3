import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'scans stay with the one who gave the customer away',
  file: 'server/src/attribution/touches.ts',
  find: 'touch.holderId = entry.employeeId;',
  replace: '',
  test: 'server/test/attributionLeaving.test.ts',
  testName: 'a colleague takes over customers',
};
