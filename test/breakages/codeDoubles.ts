import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a second press makes every code of a batch twice',
  file: 'server/src/codes/createBatch.ts',
  find: 'tokens[nth] === undefined',
  replace: 'tokens[nth] !== null',
  test: 'server/test/codesDesk.test.ts',
  testName: 'the same batch again makes nothing',
};
