import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a store manager sees the sales of all stores',
  file: 'server/src/insight/readFigures.ts',
  find: `and o.paid_at <= \${now}::timestamptz
          and (\${storeIds}::text[] is null or o.store ->> 'storeId' = any(\${storeIds}::text[]))`,
  replace: `and o.paid_at <= \${now}::timestamptz
          and (\${storeIds}::text[] is null or o.store is not null)`,
  test: 'server/test/adminBoard.test.ts',
  testName: 'every figure of today and yesterday is what counting one by one gives',
};
