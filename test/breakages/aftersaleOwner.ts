import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a request for money back is read by its id alone',
  file: 'server/src/aftersale/readAftersale.ts',
  find: 'where s.user_id = $1 and s.aftersale_id = $2`',
  replace: 'where $1::bigint is not null and s.aftersale_id = $2`',
  test: 'server/test/aftersale.test.ts',
  testName: "another person's order gives nothing back",
};
