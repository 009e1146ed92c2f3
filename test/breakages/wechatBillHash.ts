import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "a bill's file is not compared with its hash",
  file: 'server/src/platform/wechatPayBill.ts',
  find: "if (createHash('sha1').update(file).digest('hex') !== hash.toLowerCase())",
  replace: "if (createHash('sha1').update(file).digest('hex') === '')",
  test: 'server/test/platformWechatRefunds.test.ts',
  testName: 'is no bill when the file is not the one whose hash was told',
};
