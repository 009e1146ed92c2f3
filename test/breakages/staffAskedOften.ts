import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'every start of the app asks whether the shopper works here',
  file: 'src/api/guide.ts',
  find: 'const ASK_AGAIN_MS = 600_000;',
  replace: 'const ASK_AGAIN_MS = 0;',
  test: 'test/pages/me.test.tsx',
  testName: 'whoever works for the shop finds the workbench, and is asked about once in ten minutes',
};
