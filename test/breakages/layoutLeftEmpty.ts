import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a home page of which nothing can be drawn stays empty',
  file: 'src/api/useLayout.ts',
  find: 'const own = open.some(({ id }) => !failedIds.includes(id)) ? open : (bundled?.blocks ?? open);',
  replace: 'const own = open;',
  test: 'test/pages/emptyLayouts.test.tsx',
  testName: 'a home page of only blocks that break is the bundled one',
};
