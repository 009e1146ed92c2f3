import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'typed yuan become fen by multiplying fractions',
  file: 'console/src/components/yuan.ts',
  find: "return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));",
  replace: 'return Math.floor(Number(plain) * 100);',
  test: 'test/console/yuan.test.ts',
  testName: 'every amount that a field shows is read back to the fen',
};
