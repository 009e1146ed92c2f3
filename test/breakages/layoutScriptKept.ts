import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a script stays in the rich text of a page',
  file: 'server/src/layouts/drafts.ts',
  find: 'html: sanitiseHtml(props.html)',
  replace: 'html: props.html',
  test: 'server/test/layouts.test.ts',
  testName: 'a draft is kept as it was sent',
};
