import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a title that is a formula is executed by the spreadsheet',
  file: 'server/src/csv.ts',
  find: "const safe = FORMULA.test(text) ? `'${text}` : ",
  replace: 'const safe = ',
  test: 'server/test/adminOrderFiles.test.ts',
  testName: 'phones masked, and nothing that a spreadsheet executes',
};
