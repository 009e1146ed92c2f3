import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a page whose blocks are none takes the place of the last good one',
  file: 'src/api/layouts.ts',
  find: 'if (document && isNothingOf(document, answer.document)) throw',
  replace: 'if (!answer) throw',
  test: 'test/pages/layouts.test.tsx',
  testName:
    'draws the bundled layout at the first launch and the last good one later when the server is sending blocks that are none',
};
