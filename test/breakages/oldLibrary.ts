import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'versions are compared as text',
  file: 'src/platform/capabilities.ts',
  find: 'if (part !== wanted) return part > wanted;',
  replace: 'if (part !== wanted) return String(part) > String(wanted);',
  test: 'test/platform/capabilities.test.ts',
  testName: '3.8.12 being at least 3.8.2 is true',
};
