import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'more units can be asked back than are left',
  file: 'server/src/aftersale/paidOrder.ts',
  find: 'return !line || quantity > unitsLeft(line);',
  replace: 'return !line;',
  test: 'server/test/aftersale.test.ts',
  testName: 'no unit is asked back twice',
};
