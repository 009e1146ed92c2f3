import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a backup is restored over a shop',
  file: 'server/src/backups/restoreBackup.ts',
  find: 'if (await hasTables(db))',
  replace: 'if (!db)',
  test: 'server/test/backup.test.ts',
  testName: 'nothing is restored over a shop',
};
