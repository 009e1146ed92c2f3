import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "asking about a payer's refund agrees to it",
  file: 'server/src/platform/ttTrade.ts',
  find: 'if (refund?.refund_source === BY_US)',
  replace: 'if (refund)',
  test: 'server/test/platformTtNotify.test.ts',
  testName: 'a payer who asks Douyin for the money is answered at once',
};
