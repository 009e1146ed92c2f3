import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a favourite is removed by its product alone',
  file: 'server/src/favourites/favourites.ts',
  find: 'delete from favourites where user_id = ${userId} and',
  replace: 'delete from favourites where ${userId}::bigint is not null and',
  test: 'server/test/favourites.test.ts',
  testName: "another person's favourites are neither seen nor touched",
};
