import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an admin route without roles starts',
  file: 'server/src/adminHttp.ts',
  find: 'if (!route.roles?.length) throw',
  replace: 'if (!route) throw',
  test: 'server/test/adminSessions.test.ts',
  testName: 'a route without roles, or without a handler, stops the start',
};
