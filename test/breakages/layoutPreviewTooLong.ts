import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a preview opens once more when its time is over',
  file: 'server/src/layouts/previews.ts',
  find: 'Number(expires) * 1000 > ctx.now().getTime()',
  replace: 'Number(expires) * 1000 >= ctx.now().getTime()',
  test: 'server/test/layoutPreviewForged.test.ts',
  testName: 'a token ends at its second',
};
