import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a code is revoked although the guide said no',
  file: 'src/staff/codes/index.tsx',
  find: '      if (!isSure) return;\n',
  replace: '',
  test: 'test/staff/codes.test.tsx',
  testName: 'a code is revoked only after a yes',
};
