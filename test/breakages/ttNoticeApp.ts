import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Douyin's callback about another app is taken",
  file: 'server/src/platform/ttNotice.ts',
  find: 'if (appId !== side.config.TT_APP_ID)',
  replace: "if (appId === '')",
  test: 'server/test/platformTtNotify.test.ts',
  testName: 'a callback of another app is refused and changes nothing',
};
