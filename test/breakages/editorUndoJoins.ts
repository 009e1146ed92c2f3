import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what is typed after an undo joins the step before',
  file: 'console/src/layouts/draft/history.ts',
  find: `  return { past: past.slice(0, -1), now: before, future: [now, ...future] };`,
  replace: `  return { past: past.slice(0, -1), now: before, future: [now, ...future], last: { what: 'title', at: 0 } };`,
  test: 'test/console/history.test.ts',
  testName: 'what was undone is not joined to what is typed next',
};
