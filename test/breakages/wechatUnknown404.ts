import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "anybody's 404 makes a trade unheard of",
  file: 'server/src/platform/wechatPay.ts',
  find: "new Set(['ORDER_NOT_EXIST', ",
  replace: "new Set(['NOT_FOUND', 'ORDER_NOT_EXIST', ",
  test: 'server/test/platformWechatPay.test.ts',
  testName: 'nothing but its own word makes a trade unheard of',
};
