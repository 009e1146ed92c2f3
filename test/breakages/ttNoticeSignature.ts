import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "a callback of Douyin's is believed whoever signed it",
  file: 'server/src/platform/ttNotice.ts',
  find: 'if (!isTheirs) throw',
  replace: "if (signature === '') throw",
  test: 'server/test/platformTtNotify.test.ts',
  testName: 'a callback with one byte changed is refused and changes nothing',
};
