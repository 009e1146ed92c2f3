import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a price-drop notice is due at an unchanged price',
  file: 'server/src/notices/notices.ts',
  find: 'nowFen < askedFen)',
  replace: 'nowFen <= askedFen)',
  test: 'server/test/notices.test.ts',
  testName: 'a price-drop notice is due below the price of the day it was asked, not at it and not above',
};
