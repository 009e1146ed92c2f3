import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the console takes writes of the shop, which is the same site',
  file: 'server/src/console/guard.ts',
  find: 'if (!isOwn)',
  replace: 'if (site === undefined && !isOwn)',
  test: 'server/test/console.test.ts',
  testName: 'a write from the shop, which is the same site is refused',
};
