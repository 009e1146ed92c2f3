import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the editor draws whatever a stored note is',
  file: 'console/src/layouts/draft/readDocument.ts',
  find: "...(typeof note === 'string' && { note })",
  replace: '...(note !== undefined && { note: note as string })',
  test: 'test/console/readDocument.test.ts',
  testName: 'a stored block whose note is {} does not break the list of blocks',
};
