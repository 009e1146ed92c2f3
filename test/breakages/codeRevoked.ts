import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a revoked code still lands',
  file: 'server/src/codes/scanCode.ts',
  find: "if (code.state === 'revoked') return { state: 'revoked', target: null };",
  replace: '',
  test: 'server/test/codes.test.ts',
  testName: 'a revoked code lands nowhere',
};
