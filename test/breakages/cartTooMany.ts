import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a cart line of more units than there are counts as one that can be bought',
  file: 'server/src/carts/cart.ts',
  find: "return stock < quantity ? 'insufficient' : 'valid';",
  replace: "return stock < 0 ? 'insufficient' : 'valid';",
  test: 'test/stories/merchant.test.ts',
  testName: 'cart: what the shop changes shows as a reason, and what is left can be ordered',
};
