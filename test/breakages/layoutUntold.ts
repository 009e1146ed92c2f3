import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a release is not told to the processes that hold the pages',
  file: 'server/src/layouts/publish.ts',
  find: "await bumpRevision(tx, 'layouts');",
  replace: '',
  test: 'server/test/layouts.test.ts',
  testName: 'another process answers what was published in this one',
};
