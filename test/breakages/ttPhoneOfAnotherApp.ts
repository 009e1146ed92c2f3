import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a phone number that Douyin gave to another app is taken',
  file: 'server/src/platform/ttPhone.ts',
  find: 'info?.watermark.appid === config.TT_APP_ID',
  replace: 'info !== null',
  test: 'server/test/platformTt.test.ts',
  testName: 'a phone number of another app is refused',
};
