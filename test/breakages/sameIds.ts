import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'ids of one millisecond repeat',
  file: 'server/src/db/ids.ts',
  find: '++sequence === SEQUENCE',
  replace: 'sequence === SEQUENCE',
  test: 'server/test/ids.test.ts',
  testName: 'ids only grow',
};
