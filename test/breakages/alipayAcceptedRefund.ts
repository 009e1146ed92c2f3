import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what Alipay accepted counts as given back',
  file: 'server/src/platform/alipayRefunds.ts',
  find: " && answer.node.fund_change === 'Y'",
  replace: '',
  test: 'server/test/platformAlipayRefunds.test.ts',
  testName: 'an accepted refund is no refund until Alipay says so',
};
