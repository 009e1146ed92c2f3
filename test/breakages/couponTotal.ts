import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'more coupons are given than there are',
  file: 'server/src/coupons/giveCoupon.ts',
  find: 'and (total_limit is null or given_count < total_limit)',
  replace: 'and (total_limit is null or given_count <= total_limit)',
  test: 'server/test/couponRace.test.ts',
  testName: '500 people race for 50 coupons',
};
