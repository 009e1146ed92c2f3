import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a moved block is told as nothing at all',
  file: 'console/src/layouts/draft/changes.ts',
  find: `const moved = movedIds(before.blocks, after.blocks);`,
  replace: `const moved = new Set<string>();`,
  test: 'test/console/changes.test.ts',
  testName: 'is told by block id',
};
