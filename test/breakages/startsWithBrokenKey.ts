import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'production starts with a broken key',
  file: 'server/src/env.ts',
  find: "...(platformMode === 'live' || isGoingLive ? platformFaults : [])",
  replace: '...[]',
  test: 'server/test/env.test.ts',
  testName: 'is refused in production for a key that is cut off',
};
