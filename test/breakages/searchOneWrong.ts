import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a search forgives no wrong character',
  file: 'server/src/search/terms.ts',
  find: '1), MAX_WRONG) + 1',
  replace: '1), MAX_WRONG)',
  test: 'server/test/search.test.ts',
  testName: 'one character wrong, 碎花连衣群, still finds the product first and says that it is near',
};
