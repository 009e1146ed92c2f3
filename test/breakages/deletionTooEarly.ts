import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the job of a withdrawn deletion carries out the next one before its day',
  file: 'server/src/account/deleteAccount.ts',
  find: ' and due_at <= ${now} for update`',
  replace: ' and ${now}::timestamptz is not null for update`',
  test: 'server/test/forgetting.test.ts',
  testName: 'a deletion that was withdrawn and asked for again waits for the later day',
};
