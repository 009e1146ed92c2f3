import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a notice is removed by its id alone',
  file: 'server/src/notices/notices.ts',
  find: 'delete from notices where user_id = ${userId} and',
  replace: 'delete from notices where ${userId}::bigint is not null and',
  test: 'server/test/notices.test.ts',
  testName: "another person's notice is neither seen nor removed",
};
