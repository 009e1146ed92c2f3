import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an address is read by its id alone',
  file: 'server/src/addresses/addresses.ts',
  find: 'from addresses where user_id = $1 and address_id = $2`',
  replace: 'from addresses where $1::bigint is not null and address_id = $2`',
  test: 'server/test/orders.test.ts',
  testName: "another person's address cannot be shipped to",
};
