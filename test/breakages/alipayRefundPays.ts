import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Alipay's callback about a refund pays the order",
  file: 'server/src/platform/alipayNotices.ts',
  find: '(trade.refund_fee ?? 0) > 0',
  replace: '(trade.refund_fee ?? 0) < 0',
  test: 'server/test/platformAlipayNotices.test.ts',
  testName: 'the callback of a refund is no second payment',
};
