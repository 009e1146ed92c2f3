import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'each refund returns the points of the ones before it again',
  file: 'server/src/points/orderPoints.ts',
  find: ' money.byPointsFen) - moved.back : 0;',
  replace: ' money.byPointsFen) : 0;',
  test: 'server/test/pointsSpent.test.ts',
  testName: 'whatever is refunded in whatever parts',
};
