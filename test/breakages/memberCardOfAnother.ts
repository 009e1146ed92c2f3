import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a kept membership card is shown to whoever holds the phone',
  file: 'src/member/keptCard.ts',
  find: 'return kept && kept.userId === knownPerson() ? kept : {};',
  replace: 'return kept ?? {};',
  test: 'test/member/card.test.tsx',
  testName: 'what a phone kept of one person is not shown to another',
};
