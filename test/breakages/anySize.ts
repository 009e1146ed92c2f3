import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'pictures are asked for in any size',
  file: 'server/src/assets/assetRoutes.ts',
  find: "if (width !== undefined && first < 0) throw new AppError('not_found');",
  replace: '',
  test: 'server/test/assets.test.ts',
  testName: 'a size that is not in the list is refused',
};
