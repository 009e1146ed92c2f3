import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the SKU sheet offers combinations that are out of stock',
  file: 'src/mall/product/chooseSku.ts',
  find: 'withValue.some((sku) => sku.stock > 0)',
  replace: 'withValue.length > 0',
  test: 'test/mall/product/chooseSku.test.ts',
  testName: 'a value is enabled exactly when some SKU in stock has it',
};
