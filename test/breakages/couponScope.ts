import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a coupon lowers the price of goods that it is not for',
  file: 'server/src/pricing/takeOff.ts',
  find: '!skuIds || skuIds.includes(lines[index]!.skuId) ? fen : 0',
  replace: '!skuIds || skuIds.length > 0 ? fen : 0',
  test: 'server/test/pricing.test.ts',
  testName: 'a coupon takes nothing from lines outside its scope',
};
