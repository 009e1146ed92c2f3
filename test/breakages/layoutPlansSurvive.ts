import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a roll-back leaves what is planned',
  file: 'server/src/layouts/publish.ts',
  find: 'and (ends_at is null or ends_at > ${now})',
  replace: 'and (ends_at is null or ends_at > ${now}) and starts_at <= ${now}',
  test: 'server/test/layouts.test.ts',
  testName: 'a roll-back is a release of its own',
};
