import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the editor drops what it does not know of a block',
  file: 'console/src/layouts/draft/readDocument.ts',
  find: `upgradeBlock({ ...rest, ...frame, id`,
  replace: `upgradeBlock({ v: raw.v, ...frame, id`,
  test: 'test/console/edits.test.ts',
  testName: 'come through reading, sorting and hiding exactly as they were',
};
