import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a WeChat notice of another app is believed',
  file: 'server/src/platform/wechatPayNotice.ts',
  find: 'if (trade.appid !== keys.appId)',
  replace: 'if (!trade.appid)',
  test: 'server/test/platformWechatNotices.test.ts',
  testName: 'a notice of another app is refused',
};
