import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a number that changed hands brings its new holder the account of the former one',
  file: 'server/src/phones/bindPhone.ts',
  find: ' <= STILL_THEIRS_MS) return true;',
  replace: ' >= 0) return true;',
  test: 'server/test/identity.test.ts',
  testName: 'brings nothing of its former holder to the new one, and the former one keeps all of it',
};
