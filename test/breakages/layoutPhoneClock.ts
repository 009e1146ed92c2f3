import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a block opens by the phone’s own clock',
  file: 'src/lib/serverClock.ts',
  find: 'return Date.now() + serverOffsetMs();',
  replace: 'return Date.now();',
  test: 'test/pages/layouts.test.tsx',
  testName: 'a block opens and closes at its second on a phone whose clock is a day late',
};
