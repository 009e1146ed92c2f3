import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what was restored is not compared with the backup',
  file: 'server/src/backups/restoreBackup.ts',
  find: 'rows !== table.rows || digest !== table.digest',
  replace: 'rows < 0',
  test: 'server/test/backup.test.ts',
  testName: 'gives back less than it was given',
};
