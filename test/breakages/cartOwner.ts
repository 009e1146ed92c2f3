import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a cart line is changed by its SKU alone',
  file: 'server/src/carts/cart.ts',
  find: 'where user_id = ${userId} and sku_id = ${skuId} returning sku_id',
  replace: 'where ${userId}::bigint is not null and sku_id = ${skuId} returning sku_id',
  test: 'server/test/carts.test.ts',
  testName: "another person's cart is not this one",
};
