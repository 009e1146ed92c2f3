import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'WeChat is not told of a private interface that is used',
  file: 'src/app.config.ts',
  find: "requiredPrivateInfos: ['chooseAddress', 'getLocation']",
  replace: "requiredPrivateInfos: ['chooseAddress']",
  test: 'test/tooling/permissions.test.ts',
  testName: 'WeChat is told of exactly the private interfaces',
};
