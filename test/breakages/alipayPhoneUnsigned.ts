import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a phone number that Alipay did not sign is taken',
  file: 'server/src/platform/alipayPhone.ts',
  find: 'if (!gateway.hasSignedText(`"${proof.data}"`, proof.sign))',
  replace: 'if (!proof.sign)',
  test: 'server/test/platformAlipay.test.ts',
  testName: 'a number that Alipay did not sign',
};
