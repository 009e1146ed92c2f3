import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the last owner may stop being one',
  file: 'server/src/employees/editEmployees.ts',
  find: "if (role !== 'owner') await keepAnOwner(ctx, employeeId);",
  replace: '',
  test: 'server/test/employees.test.ts',
  testName: 'the last owner can neither be disabled nor become something else',
};
