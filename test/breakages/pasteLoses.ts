import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'of a pasted address only the first piece becomes the detail',
  file: 'server/src/addresses/parseAddress.ts',
  find: "detail: pieces.map((piece) => piece.text).join(' '),",
  replace: "detail: pieces[0]?.text ?? '',",
  test: 'server/test/parseAddress.test.ts',
  testName: 'whatever is pasted, nothing is thrown and no character is lost',
};
