import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a picture is fetched when only some of its addresses are public',
  file: 'server/src/imports/publicAddress.ts',
  find: 'if (!addresses.every(',
  replace: 'if (!addresses.some(',
  test: 'server/test/importsDownload.test.ts',
  testName: 'refuses a name of which any address is private',
};
