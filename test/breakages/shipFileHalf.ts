import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a file with a line that cannot be shipped ships the others',
  file: 'server/src/orders/shipByFile.ts',
  find: 'if (refused.length > 0) throw refuseFile(refused);',
  replace: 'if (refused.length === lines.length) throw refuseFile(refused);',
  test: 'server/test/adminOrderFiles.test.ts',
  testName: 'with one line that cannot be shipped ships nothing',
};
