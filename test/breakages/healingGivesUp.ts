import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a page that failed to load waits for the shopper',
  file: 'src/lib/healing.ts',
  find: 'else timer ??= setTimeout(',
  replace: 'else if (isDown()) timer ??= setTimeout(',
  test: 'test/lib/healing.test.ts',
  testName: 'a list that grows is put together as if it had been fetched',
};
