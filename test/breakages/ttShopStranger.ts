import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "a stranger's order in the Douyin shop pays ours",
  file: 'server/src/platform/douyinShopTrades.ts',
  find: 'nameless(order.openId) === trade.buyer &&',
  replace: "trade.buyer !== '' &&",
  test: 'server/test/platformTtShop.test.ts',
  testName: 'an order of another buyer does not pay ours',
};
