import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a line of the cart that takes another SKU stays as well',
  file: 'server/src/carts/replaceCartItem.ts',
  find: 'delete from cart_items where user_id = ${userId} and sku_id = ${skuId}`',
  replace: 'delete from cart_items where user_id = ${userId} and sku_id = ${skuId} and false`',
  test: 'server/test/cartReplace.test.ts',
  testName: 'a line takes another SKU and keeps its place and its selection',
};
