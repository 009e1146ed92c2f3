import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an experiment is called on a handful of buyers',
  file: 'console/src/layouts/list/confidence.ts',
  find: `buyers < 5 || devices - buyers < 5`,
  replace: `buyers < 0 || devices - buyers < 0`,
  test: 'test/console/confidence.test.ts',
  testName: 'says nothing where too few bought',
};
