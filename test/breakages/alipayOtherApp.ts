import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Alipay's callback for another app is taken",
  file: 'server/src/platform/alipayNotices.ts',
  find: 'if (form.app_id !== config.ALIPAY_APP_ID)',
  replace: 'if (!form.app_id)',
  test: 'server/test/platformAlipayNotices.test.ts',
  testName: 'a callback for another app is refused',
};
