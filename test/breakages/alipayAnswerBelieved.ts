import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Alipay's answers are believed whoever signed them",
  file: 'server/src/platform/alipayGateway.ts',
  find: "if (typeof sign === 'string' && sdk.rsaCheck(node, sign))",
  replace: "if (typeof sign === 'string')",
  test: 'server/test/platformAlipay.test.ts',
  testName: 'no state follows from an answer that is forged',
};
