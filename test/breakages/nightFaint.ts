import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'quiet words keep the grey of the day at night',
  file: 'src/components/tokens.scss',
  find: '--c-ink-3: #a3968a;',
  replace: '--c-ink-3: #6f6358;',
  test: 'test/tooling/themes.test.ts',
  testName: 'every text of persimmon by night stands out from its ground',
};
