import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the lint lets schemas into the storefront',
  file: 'eslint/layers.mjs',
  find: 'if (typeOnly) return undefined;',
  replace: 'return undefined;',
  test: 'test/tooling/layers.test.ts',
  testName: 'the storefront takes values from contract/src/plain alone',
};
