import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'session tokens are stored as they are',
  file: 'server/src/auth.ts',
  find: "createHash('sha256').update(token).digest('base64url')",
  replace: '`${createHash.name && token}`',
  test: 'server/test/sessions.test.ts',
  testName: 'a token is stored only as a hash',
};
