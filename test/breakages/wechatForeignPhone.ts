import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a foreign number is taken for a Chinese one',
  file: 'server/src/platform/weappPeople.ts',
  find: " || countryCode !== '86'",
  replace: '',
  test: 'server/test/platformWeapp.test.ts',
  testName: 'one of another country',
};
