import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the screenshots judge a text by the best spot behind it',
  file: 'scripts/screens/contrast.ts',
  find: 'seen[Math.floor(seen.length * BAD_SHARE)]',
  replace: 'seen[seen.length - 1]',
  test: 'test/browser/screenChecks.test.ts',
  testName: 'text over a picture of its own brightness is found',
};
