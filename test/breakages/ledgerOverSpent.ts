import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'points that are over can be spent until the job has been there',
  file: 'server/src/ledger/spend.ts',
  find: '(expires_at is null or expires_at > ${now}::timestamptz)',
  replace: '(expires_at is null or expires_at > ${new Date(0)}::timestamptz)',
  test: 'server/test/ledger.test.ts',
  testName: 'what is over cannot be spent from that moment on, and the job takes it once',
};
