import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a line of a poster begins with a comma',
  file: 'server/src/posters/wrapText.ts',
  find: 'if ((last && OPENING.includes(last)) || (first && CLOSING.includes(first))) return false;',
  replace: 'if (last && OPENING.includes(last)) return false;',
  test: 'server/test/postersText.test.ts',
  testName: 'no line begins with a comma',
};
