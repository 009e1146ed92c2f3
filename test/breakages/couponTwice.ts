import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'two orders take the same coupon',
  file: 'server/src/coupons/orderCoupons.ts',
  find: "and c.state = 'held'\n          and c.starts_at",
  replace: "and c.state in ('held', 'frozen')\n          and c.starts_at",
  test: 'server/test/couponHistories.test.ts',
  testName: 'whatever happens to coupons, crashes and merges among it',
};
