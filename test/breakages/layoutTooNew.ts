import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a client gets blocks that it is too old for',
  file: 'server/src/layouts/adaptDocument.ts',
  find: 'const isKnown = props !== null && (since[block.kind][v - 1] ?? Infinity) <= contract;',
  replace: 'const isKnown = props !== null;',
  test: 'server/test/layoutDocuments.test.ts',
  testName: 'any document, random or mutated, is refused or adapted with a reason',
};
