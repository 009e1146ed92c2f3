import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a discount is taken off before its time',
  file: 'server/src/pricing/readRules.ts',
  find: 'and coalesce(starts_at <= ${ctx.now()}::timestamptz, true)',
  replace: 'and ${ctx.now()}::timestamptz is not null',
  test: 'server/test/reachDiscounts.test.ts',
  testName: 'a discount with a period is taken off within it only',
};
