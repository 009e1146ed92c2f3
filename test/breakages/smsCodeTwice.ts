import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a code from an SMS can be used again',
  file: 'server/src/phones/smsCodes.ts',
  find: 'sql`delete from sms_codes where user_id',
  replace: 'sql`update sms_codes set tries = tries where user_id',
  test: 'server/test/sms.test.ts',
  testName: 'a code that was sent to a number verifies it, once',
};
