import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the counter is told to give what was paid back',
  file: 'src/staff/pickup/pickupWords.ts',
  find: 'Math.max(quantity - back, 0)',
  replace: 'Math.max(quantity, back)',
  test: 'test/staff/pickup.test.tsx',
  testName: 'what is paid back stays in the shop',
};
