import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'today until now is compared with the whole of yesterday',
  file: 'server/src/insight/readFigures.ts',
  find: 'const yesterday = cells.filter(({ hour, isEarly }) => hour < 24 && isEarly);',
  replace: 'const yesterday = cells.filter(({ hour }) => hour < 24);',
  test: 'server/test/adminBoard.test.ts',
  testName: 'every figure of today and yesterday is what counting one by one gives',
};
