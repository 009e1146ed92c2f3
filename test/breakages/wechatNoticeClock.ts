import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an old WeChat notice is believed',
  file: 'server/src/platform/wechatPayNotice.ts',
  find: 'if (!(Math.abs(keys.now().getTime() - Number(timestamp) * 1000) <= PATIENCE_MS))',
  replace: 'if (!timestamp)',
  test: 'server/test/platformWeappRoute.test.ts',
  testName: 'a notice of an hour ago is refused',
};
