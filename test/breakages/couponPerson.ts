import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a person claims as many of a coupon as they like',
  file: 'server/src/coupons/claimCoupon.ts',
  find: 'where coupon_counts.claimed < ${limit}',
  replace: 'where ${limit}::int > 0',
  test: 'server/test/coupons.test.ts',
  testName: 'a person has no more than one may',
};
