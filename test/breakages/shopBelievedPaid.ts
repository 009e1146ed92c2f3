import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "opening Douyin's shop counts as paid",
  file: 'src/platform/ttShop.ts',
  find: "return { status: 'pending', code: 'shop' };",
  replace: "return { status: 'ok', code: 'shop', value: null };",
  test: 'test/platform/pay.test.ts',
  testName: 'the shop gets what the server named, and is never believed to be paid',
};
