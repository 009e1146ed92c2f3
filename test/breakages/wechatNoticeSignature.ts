import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "a WeChat notice's signature is not checked",
  file: 'server/src/platform/wechatPayNotice.ts',
  find: "if (!verify('RSA-SHA256', signed, keys.publicKey, signature))",
  replace: 'if (signature.length === 0)',
  test: 'server/test/platformWeappRoute.test.ts',
  testName: 'a notice whose body was changed by one byte is refused and changes nothing',
};
