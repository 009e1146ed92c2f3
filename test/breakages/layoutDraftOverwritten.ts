import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the second of two marketers saves over the first',
  file: 'server/src/layouts/drafts.ts',
  find: 'where d.revision = ${revision}::int',
  replace: 'where true',
  test: 'server/test/layouts.test.ts',
  testName: 'of two marketers on one draft the second is told who was first',
};
