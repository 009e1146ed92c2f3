import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a consent that never reached the shop is shown as given',
  file: 'src/pages/me/MyGuide.tsx',
  find: '        show(isAgreed);\n',
  replace: '',
  test: 'test/pages/me.test.tsx',
  testName: 'a consent that could not be said is not shown as given',
};
