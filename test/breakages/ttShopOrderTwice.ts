import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'one order of the Douyin shop pays several of ours',
  file: 'server/src/platform/douyinShopTrades.ts',
  find: 'on conflict (shop_order_id) do nothing returning',
  replace: 'on conflict (shop_order_id) do update set trade_no = excluded.trade_no returning',
  test: 'server/test/platformTtShop.test.ts',
  testName: 'one order of the shop pays one of ours',
};
