import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'where nothing is delivered the checkout shows a fee and a total',
  file: 'src/orders/checkout/index.tsx',
  find: ' unserved={unserved} />',
  replace: ' />',
  test: 'test/orders/unserved.test.tsx',
  testName: 'nothing looks payable',
};
