import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a private ability waits for an answer that nobody can give',
  file: 'src/lib/privacy.ts',
  find: 'if (!sheets.includes(path)) return ask.refuse();',
  replace: '',
  test: 'test/components/privacySheet.test.tsx',
  testName: 'on a page without the sheet nothing waits for ever',
};
