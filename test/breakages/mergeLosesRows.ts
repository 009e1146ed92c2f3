import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a merge leaves rows behind',
  file: 'server/src/members/moveRows.ts',
  find: 'select $2::bigint, ${others} from gone',
  replace: 'select $2::bigint, ${others} from gone limit 1',
  test: 'server/test/merging.test.ts',
  testName: 'become one: every row that a rule moves is there, under the one number, and as it was',
};
