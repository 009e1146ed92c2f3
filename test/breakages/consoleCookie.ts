import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'scripts of the console see its cookie',
  file: 'server/src/console/cookies.ts',
  find: "'HttpOnly', ",
  replace: '',
  test: 'server/test/console.test.ts',
  testName: 'signing in gives a cookie that no script sees',
};
