import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the coupon of a cancelled order is lost',
  file: 'server/src/orders/moveOrder.ts',
  find: 'await releaseCoupons(ctx, tx, { userId, orderId });',
  replace: 'void releaseCoupons;',
  test: 'server/test/couponOrders.test.ts',
  testName: 'held again when that is cancelled or runs out',
};
