import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a binary of another version passes for the one that is listed',
  file: 'scripts/lib/lockPlatforms.ts',
  find: 'if (!found || lock.packages[found]?.version !== version)',
  replace: 'if (!found)',
  test: 'test/tooling/lock.test.ts',
  testName: 'a binary of another version does not count',
};
