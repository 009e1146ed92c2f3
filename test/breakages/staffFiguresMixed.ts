import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'kept figures are shown to whichever guide holds the phone',
  file: 'src/staff/keptFigures.ts',
  find: 'kept?.employeeId === employeeId ? kept.figures : {}',
  replace: 'kept?.figures ?? {}',
  test: 'test/staff/home.test.tsx',
  testName: 'the figures of another guide on the same phone are never shown',
};
