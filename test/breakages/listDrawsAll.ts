import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a long list keeps every card it has shown',
  file: 'src/mall/list/useNearby.ts',
  find: 'Math.abs(index - middle) <= 1',
  replace: 'index - middle <= 1',
  test: 'test/mall/list/results.test.tsx',
  testName: 'of a long list at most sixty cards exist, those around the screen',
};
