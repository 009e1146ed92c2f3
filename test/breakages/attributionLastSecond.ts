import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a scan counts for a moment too long',
  file: 'server/src/attribution/replay.ts',
  find: 'placedAt.getTime() >= entry.at',
  replace: 'placedAt.getTime() > entry.at',
  test: 'server/test/attribution.test.ts',
  testName: 'a scan counts for an order until the last second',
};
