import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'goods that wait at a store are sent by parcel',
  file: 'server/src/orders/shipOrder.ts',
  find: "      order.fulfilment === 'delivery' &&\n",
  replace: '',
  test: 'test/stories/merchant.test.ts',
  testName: "pick-up: only the store's own counter hands the goods over",
};
