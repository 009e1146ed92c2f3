import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'two guides share a poster',
  file: 'server/src/posters/posterKey.ts',
  find: 'code.kind, sha256(code.bytes)]',
  replace: 'code.kind]',
  test: 'server/test/postersProcess.test.ts',
  testName: 'the same poster is the same bytes in another process',
};
