import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what was handed over by a request without an answer is told as somebody else’s doing',
  file: 'src/staff/pickup/usePickup.ts',
  find: 'setIsDone(isUnsure.current && ',
  replace: 'setIsDone(false && ',
  test: 'test/staff/pickup.test.tsx',
  testName: 'a lost answer is said, and the second try finds the goods handed over by the first',
};
