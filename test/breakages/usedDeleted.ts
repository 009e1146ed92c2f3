import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a picture that a product shows is deleted',
  file: 'server/src/assets/assets.ts',
  find: "if (await isUsed(ctx.db, paths)) throw new AppError('conflict', { reason: 'in_use' });",
  replace: 'await isUsed(ctx.db, paths);',
  test: 'server/test/assets.test.ts',
  testName: 'while it does the picture cannot be deleted',
};
