import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'any number of codes are sent to a number',
  file: 'server/src/phones/smsQuota.ts',
  find: 'where q.next_at <= ${now} and (q.sent < ${most}::int or q.until <= ${now}) returning',
  replace: 'where ${most}::int > 0 returning',
  test: 'server/test/sms.test.ts',
  testName: 'a number gets one code a minute and ten a day, whoever asks',
};
