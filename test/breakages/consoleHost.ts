import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a Host that a caller names opens the console',
  file: 'server/src/console/guard.ts',
  find: '!isProduction && ',
  replace: '',
  test: 'server/test/console.test.ts',
  testName: 'in production only the public address counts',
};
