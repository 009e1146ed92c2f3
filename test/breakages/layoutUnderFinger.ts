import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a new layout comes under the finger of a shopper who has scrolled',
  file: 'src/api/useLayout.ts',
  find: 'if (!hasScrolled.current) setShown(data);',
  replace: 'setShown(data);',
  test: 'test/pages/layouts.test.tsx',
  testName: 'changes nothing under a shopper who has scrolled, and shows the new layout at the next show',
};
