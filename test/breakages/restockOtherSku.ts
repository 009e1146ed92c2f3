import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'who waits for one combination is told of any',
  file: 'src/mall/product/useNotice.ts',
  find: '...(skuId !== undefined && { skuId })',
  replace: '',
  test: 'test/mall/productTerms.test.tsx',
  testName: 'a sold-out combination can be chosen and waited for',
};
