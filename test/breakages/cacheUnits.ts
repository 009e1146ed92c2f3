import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a cached product stands for units that it does not show',
  file: 'server/src/cache/hotReads.ts',
  find: 'versionOf(read.stock, versions, units)',
  replace: 'versionOf(read.stock, versions, units && undefined)',
  test: 'server/test/cache.test.ts',
  testName: 'units that leave and come back while an answer is made',
};
