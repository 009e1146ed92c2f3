import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'goods of another store are handed over',
  file: 'server/src/orders/handOver.ts',
  find: "and (${actor.storeIds}::text[] is null or o.store ->> 'storeId' = any(${actor.storeIds}::text[]))`",
  replace: 'and (${actor.storeIds}::text[] is null or true)`',
  test: 'server/test/pickups.test.ts',
  testName: 'code is as wrong as one that does not exist',
};
