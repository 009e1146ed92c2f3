import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'every call logs in for itself',
  file: 'src/lib/session.ts',
  find: 'login ??= logIn()',
  replace: 'login = logIn()',
  test: 'test/api/request.test.ts',
  testName: 'calls at the same time share one silent login',
};
