import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a search shows what left the shelf',
  file: 'server/src/products/filters.ts',
  find: "raw`state = 'on_shelf'`",
  replace: 'raw`true`',
  test: 'server/test/search.test.ts',
  testName: '短袖: titles before tags before subtitles, better sellers first, nothing off the shelf',
};
