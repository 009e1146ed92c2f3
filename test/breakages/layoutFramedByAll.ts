import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'anybody may frame the shop’s pages',
  file: 'server/src/web/web.ts',
  find: '`frame-ancestors ${framedBy}`,',
  replace: "'frame-ancestors *',",
  test: 'server/test/layoutPreview.test.ts',
  testName: 'only the console may frame the shop',
};
