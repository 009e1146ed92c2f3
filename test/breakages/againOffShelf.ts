import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'buying again puts what was taken off the shelf into the cart',
  file: 'server/src/carts/addCartItems.ts',
  find: "  if (!sku?.isOnShelf) return 'off_shelf';\n  return sku.stock",
  replace: "  if (!sku) return 'off_shelf';\n  return sku.stock",
  test: 'test/stories/merchant.test.ts',
  testName: 'buy again: what was taken off the shelf is named, and the rest is in the cart',
};
