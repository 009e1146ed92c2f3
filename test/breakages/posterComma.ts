import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a line of a poster begins with a comma',
  file: 'server/src/posters/wrapText.ts',
  find: 'if (OPENING.includes(before) || CLOSING.includes(after)) return false;',
  replace: 'if (OPENING.includes(before)) return false;',
  test: 'server/test/postersText.test.ts',
  testName: 'no line begins with a comma',
};
