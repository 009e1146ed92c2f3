import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'codes of a sheet are printed smaller than 25 mm',
  file: 'server/src/posters/drawSheet.ts',
  find: 'code.x, code.y, code.width, code.height',
  replace: 'code.x, code.y, code.width * 0.9, code.height * 0.9',
  test: 'server/test/postersSheet.test.ts',
  testName: 'every code of a printed sheet is read at 25 mm',
};
