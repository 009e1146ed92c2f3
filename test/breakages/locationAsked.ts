import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the checkout asks for the location before anybody taps',
  file: 'src/orders/checkout/usePickup.ts',
  find: 'if (!(await platform.isLocationAllowed())) return null;',
  replace: '',
  test: 'test/orders/handOver.test.tsx',
  testName: 'stores say whether they are open, and a tap sorts them by distance',
};
