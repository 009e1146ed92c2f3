import type { Breakage } from '../support/breakage';

export const breakage: Breakage = {
  name: 'a preview believes whoever speaks to it',
  file: 'src/platform/preview.h5.ts',
  find: 'if (source !== window.parent || from !== origin || data?.protocol !== PREVIEW_PROTOCOL) return;',
  replace: 'if (!source || !from || data?.protocol !== PREVIEW_PROTOCOL) return;',
  test: 'test/lib/preview.test.ts',
  testName: 'only the console’s own window is listened to',
};
