import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a poster draws blank frames for what the font lacks',
  file: 'server/src/posters/font.ts',
  find: 'return has.has(code) ? `jishi-${piece}` : null;',
  replace: 'return has && `jishi-${piece}`;',
  test: 'server/test/postersText.test.ts',
  testName: 'what cannot be seen or drawn is left out',
};
