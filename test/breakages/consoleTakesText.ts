import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the console reads what a form can send',
  file: 'server/src/console/guard.ts',
  find: "app.removeContentTypeParser('text/plain');",
  replace: '',
  test: 'server/test/consoleForgery.test.ts',
  testName: 'our own pages send JSON, files and nothing else',
};
