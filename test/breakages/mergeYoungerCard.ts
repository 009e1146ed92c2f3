import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'of two people’s cards the number of the one who stays stays, however young it is',
  file: 'server/src/account/merging.ts',
  find: 'card_no = case when excluded.opened_at < members.opened_at then excluded.card_no else members.card_no end,',
  replace: 'card_no = members.card_no,',
  test: 'server/test/members.test.ts',
  testName:
    'of two people’s cards the older number stays and the other one still leads to them: the older card was theirs who goes',
};
