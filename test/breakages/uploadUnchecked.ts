import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'an upload that is a picture and a program besides is taken',
  file: 'server/src/assets/preparePicture.ts',
  find: 'if (!sign || isDocument || MARKUP.test(text))',
  replace: 'if (!sign)',
  test: 'server/test/assetsContent.test.ts',
  testName: 'a picture and a page behind it is no picture',
};
