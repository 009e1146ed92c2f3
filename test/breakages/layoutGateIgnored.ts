import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a page with errors is published',
  file: 'server/src/layouts/publish.ts',
  find: "if (problems.some(({ level }) => level === 'error'))",
  replace: 'if (problems.length < 0)',
  test: 'server/test/layouts.test.ts',
  testName: 'a draft is kept as it was sent',
};
