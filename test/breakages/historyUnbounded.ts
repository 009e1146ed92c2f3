import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the browsing history grows for ever',
  file: 'server/src/history/history.ts',
  find: 'order by seen_at desc, product_id desc offset ${MAX_HISTORY})',
  replace: 'order by seen_at desc, product_id desc offset ${MAX_HISTORY * 1000})',
  test: 'server/test/history.test.ts',
  testName: 'no more than 200 are kept, and the oldest leave',
};
