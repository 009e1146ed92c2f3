import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'whoever says the device of a guest is the guest',
  file: 'server/src/sessions/findPerson.ts',
  find: 's.token_hash = ${hashToken(previousToken)} and',
  replace: '${hashToken(previousToken)} <> s.token_hash and',
  test: 'server/test/identity.test.ts',
  testName: 'is not known by their device alone, nor by their token on another device, nor after a year',
};
