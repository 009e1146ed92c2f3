import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'what was bought before a page was seen counts for it',
  file: 'server/src/layouts/countArms.ts',
  find: 'o.paid_at >= s.seen_at and ',
  replace: '',
  test: 'server/test/layoutResults.test.ts',
  testName: 'an arm’s buyers are the devices that saw it and paid afterwards',
};
