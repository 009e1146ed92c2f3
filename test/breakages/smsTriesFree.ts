import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a code from an SMS can be guessed without end',
  file: 'server/src/phones/smsCodes.ts',
  find: ' and tries < ${MAX_TRIES}',
  replace: '',
  test: 'server/test/sms.test.ts',
  testName: 'five wrong codes end the right one, also when they come all at once',
};
