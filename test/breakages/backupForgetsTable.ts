import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a table is left out of the backup',
  file: 'server/src/backups/tables.ts',
  find: 'c.relname <> ${NOT_DATA}',
  replace: "c.relname not in (${NOT_DATA}, 'payment_entries')",
  test: 'server/test/backup.test.ts',
  testName: 'what is restored is what was saved',
};
