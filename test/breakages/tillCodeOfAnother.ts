import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the digits of a member’s code are good for every card',
  file: 'server/src/members/tillSlots.ts',
  find: '.update(`till\\n${cardNo}\\n${minute}\\n${turn}`)',
  replace: '.update(`till\\n${minute}\\n${turn}`)',
  test: 'server/test/tillCodes.test.ts',
  testName: 'a code of one person with the number of another is nobody’s',
};
