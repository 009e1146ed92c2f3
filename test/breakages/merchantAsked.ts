import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a refund of the merchant is asked for by the shopper',
  file: 'server/src/aftersale/requestAftersale.ts',
  find: "to: 'requested', actor }",
  replace: "to: 'requested', actor: 'shopper' }",
  test: 'server/test/adminOrderFiles.test.ts',
  testName: 'gives the money of the units back at once',
};
