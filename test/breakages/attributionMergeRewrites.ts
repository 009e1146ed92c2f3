import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order is decided by what came with a later merge',
  file: 'server/src/attribution/log.ts',
  find: 'merge.into === number && merge.at <= at',
  replace: 'merge.into === number',
  test: 'server/test/attribution.test.ts',
  testName: 'what another number had done before',
};
