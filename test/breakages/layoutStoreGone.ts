import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a layout is published for a store that is not there',
  file: 'server/src/layouts/publish.ts',
  find: 'if (known.length < ids.length) throw invalid(',
  replace: 'if (known.length > ids.length) throw invalid(',
  test: 'server/test/layoutProblems.test.ts',
  testName: 'stores that a block or a release is for must be there',
};
