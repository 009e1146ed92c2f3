import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a subpackage is left out of the total',
  file: 'scripts/lib/measure.ts',
  find: 'total: main + Object.values(subpackages).reduce((sum, bytes) => sum + bytes, 0)',
  replace: 'total: main',
  test: 'test/tooling/size.test.ts',
  testName: 'a package weighs its main package and its subpackages',
};
