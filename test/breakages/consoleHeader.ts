import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the console takes writes without its header',
  file: 'server/src/console/guard.ts',
  find: "if (headers['x-jishi-console'] !== '1')",
  replace: 'if (false)',
  test: 'server/test/console.test.ts',
  testName: 'a write without the header that only our own pages send is refused',
};
