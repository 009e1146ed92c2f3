import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a discount takes more than the lines are worth',
  file: 'server/src/pricing/takeOff.ts',
  find: 'parts.forEach((part, index) => (left[index]! -= part));',
  replace: '',
  test: 'server/test/pricing.test.ts',
  testName: 'adjustments sum to the discount',
};
