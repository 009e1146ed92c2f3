import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the problem of a deleted block keeps standing',
  file: 'console/src/layouts/draft/problems.ts',
  find: `(problem.blockId === null || ids.has(problem.blockId))`,
  replace: `(problem.blockId === null || ids.size >= 0)`,
  test: 'test/console/edits.test.ts',
  testName: 'the server adds what only it knows',
};
