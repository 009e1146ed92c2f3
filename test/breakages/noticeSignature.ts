import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "a callback's signature is not compared",
  file: 'server/src/platform/fakeNotices.ts',
  find: 'if (given.length !== expected.length || !timingSafeEqual(given, expected))',
  replace: 'if (given.length !== expected.length)',
  test: 'server/test/payments.test.ts',
  testName: 'a forged callback changes nothing',
};
