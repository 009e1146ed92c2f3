import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "a bearer token opens the console's origin",
  file: 'server/src/console/guard.ts',
  find: '    delete request.headers.authorization;\n',
  replace: '',
  test: 'server/test/console.test.ts',
  testName: 'a bearer token is nobody on this origin',
};
