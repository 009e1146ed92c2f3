import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Alipay's yuan become fen through a floating-point number",
  file: 'server/src/platform/alipayMoney.ts',
  find: "return Number(`${yuan}${hundredths.padEnd(2, '0')}`);",
  replace: 'return Number(text) * 100;',
  test: 'server/test/platformAlipayTexts.test.ts',
  testName: 'yuan without trailing zeros are the same fen',
};
