import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a second import begins while one runs',
  file: 'server/src/imports/importRuns.ts',
  find: "if (last?.state === 'running') throw",
  replace: "if (last?.state === 'failed') throw",
  test: 'server/test/adminImports.test.ts',
  testName: 'everybody who may import sees how far it is, and a second one is refused with whose it is',
};
