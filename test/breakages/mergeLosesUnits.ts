import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a merge keeps one cart line and drops the units of the other',
  file: 'server/src/account/merging.ts',
  find: 'least(cart_items.quantity + excluded.quantity, ${MAX_QUANTITY})',
  replace: 'least(excluded.quantity, ${MAX_QUANTITY})',
  test: 'server/test/identity.test.ts',
  testName: 'a number proven on WeChat and on Alipay makes one customer, with the orders and the cart of both',
};
