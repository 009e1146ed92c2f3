import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the screenshots believe a widened button that a neighbour covers',
  file: 'test/support/screen/taps.ts',
  find: 'return top !== null && element.contains(top);',
  replace: 'return top !== null;',
  test: 'test/browser/screenChecks.test.ts',
  testName: 'a button whose widening a neighbour covers is found',
};
