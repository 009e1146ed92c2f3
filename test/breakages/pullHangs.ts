import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a pull that brings nothing spins for ever',
  file: 'src/lib/useRefresh.ts',
  find: '      .catch(showError)\n      .finally(() => Taro.stopPullDownRefresh());',
  replace: '      .then(() => Taro.stopPullDownRefresh())\n      .catch(showError);',
  test: 'test/lib/useRefresh.test.tsx',
  testName: 'a pull that brings nothing says so, lets go all the same, and leaves what was shown',
};
