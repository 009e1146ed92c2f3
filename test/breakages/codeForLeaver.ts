import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'codes are made for a guide who has left',
  file: 'server/src/codes/lookUpNamed.ts',
  find: " and e.state = 'active'",
  replace: '',
  test: 'server/test/codesDesk.test.ts',
  testName: 'a batch that fails anywhere writes nothing',
};
