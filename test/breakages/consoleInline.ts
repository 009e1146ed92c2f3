import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'inline styles and scripts run in the console',
  file: 'server/src/web/consolePages.ts',
  find: "style-src 'self' 'nonce-${nonce}'",
  replace: "style-src 'self' 'unsafe-inline'",
  test: 'server/test/console.test.ts',
  testName: 'every address of a page gets the page, with a policy that lets in no inline script',
};
