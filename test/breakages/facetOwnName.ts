import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a value beside the chosen one of its name counts as nothing',
  file: 'server/src/products/listFacets.ts',
  find: ' or missed = 1 and missed_name',
  replace: ' and missed = 1 and missed_name',
  test: 'server/test/facets.test.ts',
  testName: 'every count is the length of the list it promises: {"attributes":"颜色:柿红"}',
};
