import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a request joins a cache check that began before it came',
  file: 'server/src/cache/shareReads.ts',
  find: '        next = null;\n        const begun = read([...keys]);',
  replace: '        const begun = read([...keys]).finally(() => (next = null));',
  test: 'server/test/cache.test.ts',
  testName: 'who comes while a read is under way waits for the next one',
};
