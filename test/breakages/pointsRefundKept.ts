import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a refund leaves the points that its goods gave',
  file: 'server/src/points/orderPoints.ts',
  find: '  if (given) await takeShareBack(ctx, tx, order, given, money);',
  replace: '  if (given) void takeShareBack;',
  test: 'server/test/points.test.ts',
  testName: 'refunds take back exactly their share',
};
