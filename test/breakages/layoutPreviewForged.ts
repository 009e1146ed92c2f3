import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a preview opens with any signature',
  file: 'server/src/layouts/previews.ts',
  find: 'return isSigned && Number(expires)',
  replace: 'return Number(expires)',
  test: 'server/test/layoutPreview.test.ts',
  testName: 'a forged token, another page’s signature',
};
