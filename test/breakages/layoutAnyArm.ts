import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a device counts for an arm that it is not in',
  file: 'server/src/layouts/recordView.ts',
  find: ' || armOf(release, deviceId) !== arm',
  replace: '',
  test: 'server/test/layoutResults.test.ts',
  testName: 'a view is noted once a day for a device',
};
