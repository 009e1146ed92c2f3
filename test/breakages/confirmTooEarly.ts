import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an order that is delivered is confirmed before it was shipped',
  file: 'server/src/orders/confirmOrder.ts',
  find: "order.fulfilment === 'pickup' ? 'paid' : 'shipped'",
  replace: "order.fulfilment === 'pickup' || order.state === 'paid' ? 'paid' : 'shipped'",
  test: 'server/test/follow.test.ts',
  testName: 'an order that is not on its way cannot be confirmed',
};
