import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a second process takes a data folder that is in use',
  file: 'server/src/db/lock.ts',
  find: 'if (holder) throw new DataFolderInUse(dataDir, holder);',
  replace: 'if (holder?.pid === 0) throw new DataFolderInUse(dataDir, holder);',
  test: 'server/test/processes.test.ts',
  testName: 'a second process on the same data folder is refused',
};
