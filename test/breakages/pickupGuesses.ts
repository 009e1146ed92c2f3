import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'pick-up codes may be guessed without end',
  file: 'server/src/orders/handOver.ts',
  find: 'if (row!.tries > MAX_WRONG_CODES)',
  replace: 'if (row!.tries < 0)',
  test: 'server/test/pickups.test.ts',
  testName: 'wrong codes are counted',
};
