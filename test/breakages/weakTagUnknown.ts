import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a tag that a proxy has made weak is not understood',
  file: 'server/src/hasCurrent.ts',
  find: 'const TAG = /(?:W\\/)?("[^"]*")/g;',
  replace: 'const TAG = /(?<!W\\/)("[^"]*")/g;',
  test: 'server/test/conditional.test.ts',
  testName: 'a layout that the caller has is answered by a tag alone',
};
