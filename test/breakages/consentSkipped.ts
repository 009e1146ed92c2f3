import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the web page reads the location without consent',
  file: 'src/platform/browserPrivacy.ts',
  find: "listener === null || readText(KEY) === 'agreed'",
  replace: 'true',
  test: 'test/platform/privacyGate.test.ts',
  testName: 'without consent the web page reads nothing',
};
