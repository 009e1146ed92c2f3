import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'one who was disabled and restored is still signed in',
  file: 'server/src/employees/employees.ts',
  find: "if (state === 'disabled') await",
  replace: "if (state === 'disabled' && !employeeId) await",
  test: 'server/test/adminSessions.test.ts',
  testName: 'a disabled employee is out at once and cannot come back',
};
