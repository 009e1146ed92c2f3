import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Alipay's unknown payment (6004) is believed to have failed",
  file: 'src/platform/alipay.ts',
  find: "status: resultCode === CANCELLED ? 'cancelled' : 'pending'",
  replace: "status: resultCode === CANCELLED ? 'cancelled' : 'failed'",
  test: 'test/platform/pay.test.ts',
  testName: 'may have been paid: the server is asked',
};
