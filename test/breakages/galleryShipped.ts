import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'the gallery of components is shipped',
  file: 'src/app.config.ts',
  find: "process.env.JISHI_GALLERY === 'on'",
  replace: "process.env.JISHI_GALLERY !== 'off'",
  test: 'test/tooling/screens.test.ts',
  testName: 'no package that is shipped has the gallery, and development has it',
};
