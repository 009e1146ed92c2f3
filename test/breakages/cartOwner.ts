import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a cart line is changed by its SKU alone',
  file: 'server/src/carts/cart.ts',
  find: 'where user_id = $1 and sku_id = $2 returning',
  replace: 'where sku_id = $2 returning',
  test: 'server/test/carts.test.ts',
  testName: "another person's cart is not this one",
};
