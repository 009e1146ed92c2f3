import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an archive writes wherever it likes',
  file: 'server/src/backups/restoreBackup.ts',
  find: 'if (!isAssetName(asset.name))',
  replace: 'if (!asset.name)',
  test: 'server/test/backup.test.ts',
  testName: 'an archive cannot write outside the folder of pictures',
};
