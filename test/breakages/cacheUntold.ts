import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the cache is not told of a new catalogue',
  file: 'server/src/products/saveCatalogue.ts',
  find: "await bumpRevision(tx, 'catalogue');",
  replace: 'void bumpRevision;',
  test: 'server/test/hotReads.test.ts',
  testName: 'a changed price shows at the next request',
};
