import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a layout block of an older version is left out',
  file: 'server/src/layouts/readDocument.ts',
  find: 'Block.safeParse(upgradeBlock(raw))',
  replace: 'Block.safeParse(raw)',
  test: 'server/test/layoutVersions.test.ts',
  testName: 'a page that was stored years ago is published and sent to each client in the version that it draws',
};
