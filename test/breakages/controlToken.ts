import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the running shop takes imports from anybody',
  file: 'server/src/controlToken.ts',
  find: "if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`))",
  replace: "if (!isSame('', ''))",
  test: 'server/test/importsRunning.test.ts',
  testName: 'is refused without the token of the lock file',
};
