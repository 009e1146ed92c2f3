import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'every employee may use every admin route',
  file: 'server/src/adminHttp.ts',
  find: 'if (actor && !(route.roles as readonly string[]).includes(actor.role))',
  replace: 'if (actor && !actor.role)',
  test: 'server/test/adminMatrix.test.ts',
  testName: 'answers nobody without a session, and exactly the roles that the contract names',
};
