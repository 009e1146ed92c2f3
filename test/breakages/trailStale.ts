import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the last word of the carrier stands out after the goods were received',
  file: 'src/orders/detail/Trail.tsx',
  find: 'step !== undefined && Date.parse(step.at) === lastAt',
  replace: 'step !== undefined && Date.parse(step.at) <= lastAt',
  test: 'test/orders/detail.test.tsx',
  testName: 'what stands out is what happened last of all',
};
