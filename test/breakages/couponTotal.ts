import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'more coupons are given than there are',
  file: 'server/src/coupons/giveCoupon.ts',
  find: 'and (total_limit is null or given_count < total_limit)',
  replace: 'and (total_limit is null or given_count <= total_limit)',
  test: 'server/test/coupons.test.ts',
  testName: 'what the shop gives by itself is given once for its reason',
};
