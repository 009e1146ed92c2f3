import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a refund whose answer was lost is asked for under another number',
  file: 'server/src/payments/refundJob.ts',
  find: 'refundNo: refund.refund_no };',
  replace: 'refundNo: `${refund.refund_no}x${Date.now() % 9999}` };',
  test: 'server/test/refunds.test.ts',
  testName: 'when the answer is lost the platform is asked again under the same number',
};
