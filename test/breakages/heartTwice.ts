import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'two taps on the heart are two requests',
  file: 'src/mall/product/FavouriteButton.tsx',
  find: '        if (isSending.current) return;\n',
  replace: '',
  test: 'test/mall/favouriteButton.test.tsx',
  testName: 'two taps within a frame are sent as one',
};
