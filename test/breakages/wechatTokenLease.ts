import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'two processes ask WeChat for a token at once',
  file: 'server/src/platform/accessTokens.ts',
  find: '(access_tokens.lease_until is null or access_tokens.lease_until <= ${at})',
  replace: '(access_tokens.lease_until is null or ${at}::timestamptz is not null)',
  test: 'server/test/platformAccessTokens.test.ts',
  testName: 'two processes over one database make one token request',
};
