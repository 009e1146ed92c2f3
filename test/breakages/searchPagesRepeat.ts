import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a later page of a large search starts again at the best tier',
  file: 'server/src/products/readFound.ts',
  find: 'tier > Number(from)',
  replace: 'tier < Number(from)',
  test: 'server/test/searchMany.test.ts',
  testName: 'a filter leaves the same order, whether few or many were found',
};
