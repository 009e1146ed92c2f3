import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a level falls on the first day on which the growth is too little',
  file: 'server/src/members/levels.ts',
  find: 'return now < graceUntil ? null : {',
  replace: 'return {',
  test: 'server/test/levels.test.ts',
  testName: 'whatever the growth does: nobody is below what it is worth, and nobody falls without thirty days below',
};
