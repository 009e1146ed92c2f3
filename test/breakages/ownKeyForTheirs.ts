import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the shop’s own public key passes for the platform’s',
  file: 'server/src/platform/keyFaults.ts',
  find: 'createPublicKey(own as never).equals(other)',
  replace: 'own.equals(other)',
  test: 'server/test/env.test.ts',
  testName: 'is refused in production for the app’s own public key in place of Alipay’s',
};
