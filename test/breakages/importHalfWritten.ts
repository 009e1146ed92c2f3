import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an import writes the good rows of a bad file',
  file: 'server/src/imports/importCatalogue.ts',
  find: 'if (!checked || faults.length > 0)',
  replace: 'if (!checked)',
  test: 'server/test/importsFaults.test.ts',
  testName: 'writes nothing, and each bad row is named',
};
