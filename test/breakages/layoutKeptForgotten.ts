import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a layout that an older build kept is not drawn after an update',
  file: 'src/lib/readLayout.ts',
  find: 'blocks: blocks.map((block) => upgradeBlock(block))',
  replace: 'blocks',
  test: 'test/pages/keptLayouts.test.tsx',
  testName: 'what a build of long ago kept is drawn by this one',
};
