import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'each list of a page is asked for alone',
  file: 'src/api/productSets.ts',
  find: 'waiting.push({ source, resolve, reject });',
  replace: 'waiting.push({ source, resolve, reject }), sendWaiting();',
  test: 'test/api/productSets.test.ts',
  testName: 'the lists that blocks ask for in one moment travel in one call, each to its own block',
};
