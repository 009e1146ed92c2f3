import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a film plays on when the page is hidden',
  file: 'src/mall/product/Gallery.tsx',
  find: 'isPaused={isHidden || current !== index}',
  replace: 'isPaused={current !== index}',
  test: 'test/mall/productTerms.test.tsx',
  testName: 'stops the film when the page is hidden',
};
