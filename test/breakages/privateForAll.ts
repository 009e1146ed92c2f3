import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a private file opens without its signature',
  file: 'server/src/assets/assetStore.ts',
  find: 'return isSigned && Number(expires)',
  replace: 'return Number(expires)',
  test: 'server/test/assets.test.ts',
  testName: 'a private file opens only through its link',
};
