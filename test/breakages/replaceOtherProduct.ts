import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a line of the cart takes a SKU of another product',
  file: 'server/src/carts/replaceCartItem.ts',
  find: "if (old.productId !== wanted.productId) throw new AppError('conflict');",
  replace: '',
  test: 'server/test/cartReplace.test.ts',
  testName: 'what cannot be taken is refused, and the line stays as it was',
};
