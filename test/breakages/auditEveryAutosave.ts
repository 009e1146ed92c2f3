import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an editor that is open fills the audit log',
  file: 'server/src/adminHttp.ts',
  find: 'if (!done.isNoted)',
  replace: 'if (done)',
  test: 'server/test/layoutUpkeep.test.ts',
  testName: 'an editor that saves by itself has one line in the log',
};
