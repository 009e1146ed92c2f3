import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "any JSON counts as our server's answer",
  file: 'src/api/request.ts',
  find: 'if (part === undefined && holds) throw',
  replace: 'if (part === null && holds) throw',
  test: 'test/api/request.test.ts',
  testName: 'a success that holds something else is not taken for our answer',
};
