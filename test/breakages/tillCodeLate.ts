import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a member’s code is taken minutes after its own',
  file: 'server/src/members/tillSlots.ts',
  find: "  if (now.getTime() >= start + SLOT_MS + SLOT_SLACK_MS) refuse(isUsed ? 'used' : 'late');\n",
  replace: '',
  test: 'server/test/tillCodes.test.ts',
  testName: 'a code is refused 70 seconds after its minute began, and 70 seconds after it ended',
};
