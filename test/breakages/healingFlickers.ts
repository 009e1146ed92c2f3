import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "an attempt to heal turns the page's error into a skeleton",
  file: 'src/lib/healing.ts',
  find: 'if (query.state.data !== undefined || !queryFn) {',
  replace: 'if (queryFn) {',
  test: 'test/lib/healing.test.ts',
  testName: 'what failed is asked for with growing pauses, and the page keeps its error until there is an answer',
};
