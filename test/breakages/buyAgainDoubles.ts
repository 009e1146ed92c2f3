import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'buying again twice puts twice as much into the cart',
  file: 'server/src/carts/addCartItems.ts',
  find: 'greatest(cart_items.quantity, excluded.quantity)',
  replace: 'least(99, cart_items.quantity + excluded.quantity)',
  test: 'server/test/follow.test.ts',
  testName: 'buying again puts in the cart what can be bought',
};
