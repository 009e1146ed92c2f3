import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what an old version lacks is offered',
  file: 'src/platform/capabilities.ts',
  find: 'if (!need || (need.api && !hasNative(host, need.api))) return false;',
  replace: 'if (!need) return false;',
  test: 'test/platform/capabilities.test.ts',
  testName: 'is neither in a version that lacks it',
};
