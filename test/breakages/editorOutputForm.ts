import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'fields that have a default count as required',
  file: 'console/src/layouts/form/formOf.ts',
  find: `io: 'input'`,
  replace: `io: 'output'`,
  test: 'test/console/schemaForm.test.ts',
  testName: 'what has a default of its own is never asked for',
};
