import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the last units of a line bring back all that was paid for it',
  file: 'server/src/aftersale/worth.ts',
  find: 'if (units >= left) return fenLeft(line);',
  replace: 'if (units >= left) return line.paidFen;',
  test: 'server/test/aftersaleWorth.test.ts',
  testName: 'no line gives more',
};
