import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a till takes a code that another till has just taken',
  file: 'server/src/members/tillSlots.ts',
  find: "  if (taken.length === 0) refuse('used');\n",
  replace: '',
  test: 'server/test/tillCodes.test.ts',
  testName: 'a code is taken once, also when two tills read it at once; the card then shows another one',
};
