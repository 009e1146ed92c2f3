import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'folding old layout views forgets which devices had failures',
  file: 'server/src/layouts/foldViews.ts',
  find: 'and (cardinality(v.failed_block_ids) = 0 or cardinality(e.failed_block_ids) > 0))`',
  replace: ')`',
  test: 'server/test/layoutUpkeep.test.ts',
  testName: 'folding old views changes no count and no result',
};
