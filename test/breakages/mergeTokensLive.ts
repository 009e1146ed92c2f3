import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the tokens of an account that was merged open the other',
  file: 'server/src/account/merging.ts',
  find: 'revoked_at = coalesce(revoked_at, ${now}), renew_until = null',
  replace: 'renew_until = case when ${now}::timestamptz is null then now() end',
  test: 'server/test/identity.test.ts',
  testName: 'the tokens of the account that was merged away open nothing any more',
};
