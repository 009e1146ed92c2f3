import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: "Douyin's callback may be of any age",
  file: 'server/src/platform/ttNotice.ts',
  find: 'if (!(age <= MAX_AGE_MS && age >= -MAX_AHEAD_MS))',
  replace: 'if (Number.isNaN(age))',
  test: 'server/test/platformTtNotify.test.ts',
  testName: 'a callback signed two hours ago is refused and changes nothing',
};
