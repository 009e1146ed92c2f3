import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a carrier that repeats itself fills the trail',
  file: 'server/src/orders/shipmentEvents.ts',
  find: 'on conflict (user_id, shipment_id, happened_at, text) do nothing returning event_id',
  replace: 'on conflict (user_id, shipment_id, event_id) do nothing returning event_id',
  test: 'server/test/shipmentEvents.test.ts',
  testName: 'the same thing twice is once',
};
