import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'goods over the counter are not told to the platform that was paid',
  file: 'server/src/orders/moveOrder.ts',
  find: "if (from === 'paid' && to !== 'closed')",
  replace: "if (from === 'paid' && to === 'shipped')",
  test: 'server/test/shippingUpload.test.ts',
  testName: 'goods that are handed over in the store',
};
