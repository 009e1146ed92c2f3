import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'production takes an address without TLS',
  file: 'server/src/platform/goLiveFaults.ts',
  find: "url.protocol !== 'https:'",
  replace: 'url.protocol.length < 5',
  test: 'server/test/env.test.ts',
  testName: 'is refused in production for an address without TLS',
};
