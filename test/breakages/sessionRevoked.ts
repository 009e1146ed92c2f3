import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a revoked session still opens doors',
  file: 'server/src/auth.ts',
  find: ' and revoked_at is null',
  replace: '',
  test: 'server/test/sessions.test.ts',
  testName: 'a token is stored only as a hash',
};
