import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the editor drops what it does not know of a block',
  file: 'console/src/layouts/draft/readDocument.ts',
  find: `upgradeBlock({ ...raw, id, props`,
  replace: `upgradeBlock({ id, kind: raw.kind, v: raw.v, props`,
  test: 'test/console/edits.test.ts',
  testName: 'come through reading, sorting and hiding exactly as they were',
};
