import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a scheduled page is a moment late',
  file: 'server/src/layouts/chooseRelease.ts',
  find: 'one.startsAt <= client.now',
  replace: 'one.startsAt < client.now',
  test: 'server/test/layouts.test.ts',
  testName: 'a scheduled page takes over at its second',
};
