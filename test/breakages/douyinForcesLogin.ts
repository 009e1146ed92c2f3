import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Douyin's silent login opens its login dialog",
  file: 'src/platform/tt.ts',
  find: 'login: () => login(false)',
  replace: 'login: () => login(true)',
  test: 'test/platform/login.test.ts',
  testName: 'tt asks nobody for a silent login',
};
