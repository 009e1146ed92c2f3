import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what a colleague handed over is told as done here',
  file: 'src/staff/pickup/usePickup.ts',
  find: 'setIsDone(isUnsure.current && ',
  replace: 'setIsDone(',
  test: 'test/staff/pickup.test.tsx',
  testName: 'what a colleague has handed over meanwhile is not told as done here',
};
