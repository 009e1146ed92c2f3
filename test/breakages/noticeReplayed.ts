import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a callback whose id has been said is taken again',
  file: 'server/src/payments/takeNotice.ts',
  find: 'if (key === null) {',
  replace: "if (key === '') {",
  test: 'server/test/paymentsNotices.test.ts',
  testName: 'a callback whose id has been said changes nothing',
};
