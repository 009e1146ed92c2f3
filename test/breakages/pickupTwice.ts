import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the same goods are handed over twice',
  file: 'server/src/orders/handOver.ts',
  find: 'if (!result.isMoved) throw',
  replace: 'if (!result.pickup) throw',
  test: 'server/test/pickups.test.ts',
  testName: 'the goods are handed over once',
};
