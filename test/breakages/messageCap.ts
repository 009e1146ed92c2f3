import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'nobody counts the advertisements of a day',
  file: 'server/src/messages/spendGrant.ts',
  find: 'MARKETING_KINDS.includes(kind) && (await isCapped(ctx, tx, userId))',
  replace: 'MARKETING_KINDS.includes(kind) && (await isCapped(ctx, tx, userId)) && false',
  test: 'server/test/quietHours.test.ts',
  testName: 'nobody gets more than three messages a day',
};
