import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Alipay's callback about another seller's money is taken",
  file: 'server/src/platform/alipayNotices.ts',
  find: 'if (form.seller_id !== config.ALIPAY_SELLER_ID)',
  replace: 'if (!form.seller_id)',
  test: 'server/test/platformAlipayNotices.test.ts',
  testName: 'a callback for another seller is refused',
};
