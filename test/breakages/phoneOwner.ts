import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a person is shown the number of another',
  file: 'server/src/phones/bindPhone.ts',
  find: 'from phones where user_id = ${userId} order by verified_at',
  replace: 'from phones where ${userId}::bigint > 0 order by verified_at',
  test: 'server/test/identity.test.ts',
  testName: 'a number is shown to its owner and to nobody else, and never in full',
};
