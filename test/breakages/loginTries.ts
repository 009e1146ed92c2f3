import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'passwords may be tried without end',
  file: 'server/src/employees/signInTries.ts',
  find: 'if (own!.tries > MAX_TRIES)',
  replace: 'if (own!.tries < 0)',
  test: 'server/test/adminSessions.test.ts',
  testName: 'after five wrong passwords the right one is refused too',
};
